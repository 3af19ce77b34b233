import { civilOf } from '../../core/calendar/index.ts';
import { formatDate } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import type { Deps } from '../../platform/deps.ts';
import type { CardOffer, CardPart } from '../../platform/feature.ts';
import { button, clipMarked, typedShort } from '../../platform/slack/blocks.ts';
import { deadlineOfPlace } from '../deadlines/public.ts';
import { expertFields, expertProfile } from '../experts/public.ts';
import { isOpen, stateOf } from '../participations/public.ts';
import { definitionOf } from '../programmes/public.ts';
import { IDS } from './ids.ts';
import { activeOf, hasMentor, type Place, placeById } from './queries/index.ts';
import { termAfter } from './rules/index.ts';
import { handOverTexts } from './texts/hand-over.ts';
import { texts } from './texts.ts';
import { namesOf } from './views/index.ts';

const ORDER = 10;
/** After the organisation's own buttons. */
const STAFF_ORDER = 900;
/** The kind of deadline that says by when. */
const FIRST_VISIT = 'first_visit';
const NAME_SHOWN = 150;
const FIELDS_SHOWN = 200;

/** What is said while nobody is there yet: the same whether somebody is asked or not, because the organisation learns only of a yes (CO-9). */
function searching(locale: Locale): CardPart {
  const words = texts(locale).card;
  return {
    order: ORDER,
    fields: [[words.label, words.searching]],
    next: { text: words.nextSearching },
  };
}

type Active = NonNullable<Awaited<ReturnType<typeof activeOf>>>;

async function withExpert(deps: Deps, place: Place, active: Active, locale: Locale): Promise<CardPart> {
  const words = texts(locale).card;
  const since = active.answeredAt ?? active.proposedAt;
  const name = typedShort(active.expert.name, NAME_SHOWN);
  const { switches, settings } = definitionOf(place.cohort);
  const profile = await expertProfile(deps.db, active.expertId);
  const fields = clipMarked(namesOf(profile?.fields ?? [], { fields: await expertFields(deps), locale }), FIELDS_SHOWN);
  // A date that staff have set is the only one there is (N8).
  const visit = await deadlineOfPlace(deps.db, place.id, FIRST_VISIT);
  const due = visit?.dueAt ?? termAfter(since, settings.firstVisitDays);
  return {
    order: ORDER,
    fields: [[words.label, words.active(name, formatDate(civilOf(since).date, locale))]],
    next: switches.visit && !visit?.isDone ? { text: words.nextVisit(name), due } : { text: words.nextTalk(name) },
    people: [{ personId: active.expertId, role: words.role(fields) }],
  };
}

async function placeWithMentor(deps: Deps, participationId: string): Promise<Place | null> {
  const place = await placeById(deps.db, participationId);
  return place && hasMentor(place) && isOpen(stateOf(place.state)) ? place : null;
}

/** The expert's line on an organisation's card, what comes next, and the expert among the people of the channel. */
export const expertPart: CardOffer = async (deps, participationId, locale) => {
  const place = await placeWithMentor(deps, participationId);
  if (!place) return null;
  const active = await activeOf(deps.db, participationId);
  return active ? withExpert(deps, place, active, locale) : searching(locale);
};

/** The staff's button, last on the card: to find an expert, or to pass the organisation to another one. */
export const assignPart: CardOffer = async (deps, participationId, locale) => {
  const place = await placeWithMentor(deps, participationId);
  if (!place) return null;
  const value = participationId;
  const own = (await activeOf(deps.db, participationId))
    ? button(IDS.handOver, handOverTexts(locale).button, { value })
    : button(IDS.assign, texts(locale).card.assign, { value });
  return { order: STAFF_ORDER, buttons: [own] };
};
