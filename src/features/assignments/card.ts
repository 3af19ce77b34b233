import { civilOf } from '../../core/calendar/index.ts';
import { formatDate } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import { clip } from '../../core/text.ts';
import type { Deps } from '../../platform/deps.ts';
import type { CardOffer, CardPart } from '../../platform/feature.ts';
import { button, typed } from '../../platform/slack/blocks.ts';
import { expertFields, expertProfile } from '../experts/public.ts';
import { isOpen, stateOf } from '../participations/public.ts';
import { definitionOf } from '../programmes/public.ts';
import { IDS } from './ids.ts';
import { activeOf, hasMentor, type Place, placeById } from './queries/index.ts';
import { termAfter } from './rules/index.ts';
import { texts } from './texts.ts';
import { namesOf } from './views/index.ts';

const ORDER = 10;
const NAME_SHOWN = 150;
const FIELDS_SHOWN = 200;

/** Nobody yet: the same whether somebody is asked or not, because the organisation learns only of a yes (CO-9). */
function searching(place: Place, locale: Locale): CardPart {
  const words = texts(locale).card;
  return {
    order: ORDER,
    fields: [[words.label, words.searching]],
    next: { text: words.nextSearching },
    buttons: [button(IDS.assign, words.assign, { value: place.id })],
  };
}

type Active = NonNullable<Awaited<ReturnType<typeof activeOf>>>;

async function withExpert(deps: Deps, place: Place, active: Active, locale: Locale): Promise<CardPart> {
  const words = texts(locale).card;
  const since = active.answeredAt ?? active.proposedAt;
  const name = typed(clip(active.expert.name, NAME_SHOWN));
  const { switches, settings } = definitionOf(place.cohort);
  const profile = await expertProfile(deps.db, active.expertId);
  const fields = clip(namesOf(profile?.fields ?? [], { fields: await expertFields(deps), locale }), FIELDS_SHOWN);
  return {
    order: ORDER,
    fields: [[words.label, words.active(name, formatDate(civilOf(since).date, locale))]],
    next: switches.visit
      ? { text: words.nextVisit(name), due: termAfter(since, settings.firstVisitDays) }
      : { text: words.nextTalk(name) },
    people: [{ personId: active.expertId, role: words.role(fields) }],
  };
}

/** The expert's line on an organisation's card, what comes next, and the expert among the people of the channel. */
export const expertPart: CardOffer = async (deps, participationId, locale) => {
  const place = await placeById(deps.db, participationId);
  if (!place || !hasMentor(place) || !isOpen(stateOf(place.state))) return null;
  const active = await activeOf(deps.db, participationId);
  return active ? withExpert(deps, place, active, locale) : searching(place, locale);
};
