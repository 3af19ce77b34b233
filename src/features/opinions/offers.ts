import { isExpert, isStaff } from '../../core/actor.ts';
import { civilOf } from '../../core/calendar/index.ts';
import { formatDay } from '../../core/dates-text.ts';
import type { BriefOffer, CardOffer, HomeOffer, Silence, SilenceOffer } from '../../platform/feature.ts';
import { dueOf, opinionOfPlace, overdueOpinions, ownOpinions, standingOf, versionsOf } from './queries/index.ts';
import { stateOf, writerOf } from './rules/index.ts';
import { texts } from './texts.ts';
import { homeBlocks, openButton, stateText } from './views/index.ts';

/** Below the dates of a place. */
const ORDER = 8;

/** How the opinion stands as the organisation may know it, and the one way in for everybody in its channel. */
export const opinionPart: CardOffer = async (deps, participationId, locale) => {
  const row = await opinionOfPlace(deps.db, participationId);
  if (!row || row.state === 'not_due') return null;
  const { card } = texts(locale);
  const facts = { state: stateOf(row.state), number: row.number, due: dueOf(row) };
  return {
    order: ORDER,
    fields: [[card.label, stateText(facts, 'organisation', locale)]],
    buttons: [openButton(row.id, card.button)],
  };
};

/** Experts and organisations see the way to theirs, once there is one. */
export const opinionsOffer: HomeOffer = async (deps, actor) => {
  if (!isExpert(actor) && !isStaff(actor) && actor.organisationIds.length === 0) return null;
  const { length } = await ownOpinions(deps.db, actor.personId, actor.organisationIds);
  return length > 0 ? homeBlocks({ own: true, from: 0 }, length, actor.locale) : null;
};

/** For the expert who takes over: what was published, and what came of the recommendations. */
export const opinionBrief: BriefOffer = async (_deps, db, participationId, locale) => {
  const row = await opinionOfPlace(db, participationId);
  const newest = row && versionsOf(row)[0];
  if (!newest) return [];
  const { brief } = texts(locale);
  const tasks = row.tasks.filter(({ state }) => state !== 'dropped');
  return [
    brief.opinion(formatDay(civilOf(newest.releasedAt).date, locale)),
    ...tasks.map(({ text, state }) => brief.recommendation(text, state === 'done')),
  ];
};

/** Opinions that should have been sent by now: a fact by which an expert is silent. */
export const overdueOpinionsOffer: SilenceOffer = async (_deps, db, cohortId, now) => {
  const rows = await overdueOpinions(db, cohortId, now);
  return rows.flatMap((row): readonly Silence[] => {
    const expertId = writerOf(standingOf(row));
    const { participationId, dueAt: since } = row;
    return expertId ? [{ participationId, expertId, fact: 'overdue_opinion', since }] : [];
  });
};
