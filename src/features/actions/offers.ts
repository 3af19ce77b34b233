import { isExpert } from '../../core/actor.ts';
import type { BriefOffer, CardOffer, CardPart, ForeseenOffer, HomeOffer } from '../../platform/feature.ts';
import { typed } from '../../platform/slack/blocks.ts';
import { isOpen, stateOf } from '../participations/public.ts';
import { definitionOf } from '../programmes/public.ts';
import { actionOf, ownPlaces, placeById, placeFacts, unansweredIn } from './queries/index.ts';
import { askFrom, hasActions } from './rules/index.ts';
import { texts } from './texts.ts';
import { homeBlocks, type PlaceFacts, placeButton, summaryText, timeOf, whenOf } from './views/index.ts';

/** After the consultations. */
const ORDER = 12;

/** What comes next of an action: its next date, or the report. */
function nextOf({ action, needsReport }: PlaceFacts, locale: 'pl' | 'en'): CardPart['next'] {
  const { card } = texts(locale);
  if (needsReport) return { text: card.nextReport };
  const ahead = action?.dates.find(({ state, isOver }) => state === 'planned' && !isOver);
  return ahead && { text: card.next(whenOf(ahead, locale)), due: ahead.startsAt };
}

/** The action on the organisation's card, with the button that plans or opens it (OR-7). */
export const actionPart: CardOffer = async (deps, participationId, locale) => {
  const place = await placeById(deps.db, participationId);
  if (!place || !isOpen(stateOf(place.state)) || !hasActions(definitionOf(place.cohort).switches)) return null;
  const [facts] = await placeFacts(deps.db, [place], deps.clock.now());
  if (!facts) return null;
  const next = nextOf(facts, locale);
  return {
    order: ORDER,
    fields: [[texts(locale).card.label, summaryText(facts.action, locale)]],
    buttons: [placeButton(facts, locale)],
    ...(next ? { next } : {}),
  };
};

/** The actions of one's organisations, and those one observes, as far as they are written down. */
export const actionsHome: HomeOffer = async (deps, actor, now) => {
  if (!isExpert(actor) && actor.organisationIds.length === 0) return null;
  const places = await ownPlaces(deps.db, actor.personId, actor.organisationIds);
  const rows = await placeFacts(
    deps.db,
    places.filter(({ action }) => action !== null),
    now,
  );
  return rows.length > 0 ? homeBlocks(rows, false, actor.locale) : null;
};

/** The questions of the days after, as the outbox lists them. */
export const foreseenQuestions: ForeseenOffer = async (_deps, db, cohortId, { from, to }, locale) => {
  const { asked, foreseen } = texts(locale);
  return (await unansweredIn(db, cohortId, to)).flatMap((date) => {
    const { cohort, organisation } = date.action.participation;
    const at = askFrom(date, definitionOf(cohort).settings.reminderTime);
    if (at <= from || at > to) return [];
    return [{ at, to: organisation.name, what: asked.text, why: foreseen(timeOf(date, locale)) }];
  });
};

/** For the expert who takes over: what is planned or was held, never anybody's notes. */
export const actionBrief: BriefOffer = async (_deps, db, participationId, locale) => {
  const action = await actionOf(db, participationId);
  if (!action) return [];
  const words = texts(locale);
  const ahead = action.dates.filter(({ state }) => state === 'planned');
  return [
    words.brief(typed(action.title), words.states[action.state]),
    ...ahead.map((date) => words.briefDate(whenOf(date, locale))),
  ];
};
