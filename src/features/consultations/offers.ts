import { civilOf } from '../../core/calendar/index.ts';
import { formatDate } from '../../core/dates-text.ts';
import { clip } from '../../core/text.ts';
import type { BriefOffer, CardOffer, HomeOffer, Silence, SilenceOffer } from '../../platform/feature.ts';
import { button, typed } from '../../platform/slack/blocks.ts';
import { isOpen, stateOf } from '../participations/public.ts';
import { definitionOf } from '../programmes/public.ts';
import { IDS, listCodec } from './ids.ts';
import { comingAmong, expertsFor, ignoredIn, lastOf, ledIn, placeById, requestsIn, wishesIn } from './queries/index.ts';
import { comingOf } from './slack/index.ts';
import { texts, timeText } from './texts.ts';
import { homeBlocks } from './views/index.ts';

/** After the expert, before the dates. */
const ORDER = 11;
const SHOWN = 3;

/** The next consultations on the organisation's card, and the buttons that book and list them (OR-3). */
export const consultationsPart: CardOffer = async (deps, participationId, locale) => {
  const place = await placeById(deps.db, participationId);
  if (!place || !isOpen(stateOf(place.state))) return null;
  const now = deps.clock.now();
  const rows = await comingAmong(deps.db, { participationId }, now, SHOWN);
  const isBookable = (await expertsFor(deps.db, place)).length > 0;
  const hasFields = definitionOf(place.cohort).switches.expertsByField;
  if (!isBookable && !hasFields && rows.length === 0) return null;
  const { card, buttons } = texts(locale);
  const times = rows.map(({ startsAt: start, endsAt: end, zone, state }) => {
    const time = timeText({ start, end, zone }, locale);
    return state === 'requested' ? card.asked(time) : time;
  });
  const book = button(IDS.book, buttons.book, { value: participationId });
  const ask = button(IDS.ask, buttons.ask, { value: participationId });
  const list = button(IDS.list, buttons.list, { value: listCodec.encode({ participationId }) });
  return {
    order: ORDER,
    ...(times.length > 0 ? { fields: [[card.label, times.join('\n')]] as const } : {}),
    buttons: [...(isBookable ? [book] : []), ...(rows.length > 0 ? [list] : []), ...(hasFields ? [ask] : [])],
  };
};

/** What is booked and asked for: the expert's own, the organisation's, and for staff those of their cohorts. */
export const mineOffer: HomeOffer = async (deps, actor, now) => {
  const handling = { deps, actor, now, channelId: null };
  const coming = await comingOf(handling);
  return coming.total > 0 ? homeBlocks(coming, actor.timeZone, actor.locale) : null;
};

const LAST = 3;
const TOPIC_SHOWN = 200;

/** The last consultations of an organisation, for the expert who takes over. */
export const consultationsBrief: BriefOffer = async (_deps, db, participationId, locale) => {
  const { brief } = texts(locale);
  const rows = await lastOf(db, participationId, LAST);
  return rows.map(({ startsAt, zone, topic }) =>
    brief.line(formatDate(civilOf(startsAt, zone).date, locale), typed(clip(topic ?? '', TOPIC_SHOWN))),
  );
};

type Led = Awaited<ReturnType<typeof ledIn>>[number];

/** Nothing is booked or asked for, and nothing was since this moment. */
function noBooking({ participationId, expertId, answeredAt, proposedAt, participation }: Led, now: Date): Silence[] {
  const own = participation.consultations.filter((one) => one.expertId === expertId);
  if (own.some(({ state, endsAt }) => ['requested', 'booked'].includes(state) && endsAt > now)) return [];
  const met = own.filter(({ state }) => ['booked', 'held', 'not_held', 'no_show'].includes(state));
  const last = met.map(({ endsAt }) => endsAt).toSorted((a, b) => b.getTime() - a.getTime())[0];
  const since = answeredAt ?? proposedAt;
  return [{ participationId, expertId, fact: 'no_booking', since: last && last > since ? last : since }];
}

/** From facts only (N4): no booking since the assignment or the last meeting, and requests that nobody answered. */
export const consultationSilences: SilenceOffer = async (_deps, db, cohortId, now) => {
  const led = await ledIn(db, cohortId);
  const leads = new Set(led.map(({ participationId, expertId }) => `${participationId} ${expertId}`));
  const asked = [
    ...(await requestsIn(db, cohortId)),
    ...(await wishesIn(db, cohortId)),
    ...(await ignoredIn(db, cohortId)),
  ].filter(({ participationId, expertId }) => leads.has(`${participationId} ${expertId}`));
  const oldest = new Map<string, Silence>();
  for (const one of asked.toSorted((a, b) => b.since.getTime() - a.since.getTime()))
    oldest.set(one.participationId, { ...one, fact: 'unanswered_request' });
  return [...led.flatMap((one) => noBooking(one, now)), ...oldest.values()];
};
