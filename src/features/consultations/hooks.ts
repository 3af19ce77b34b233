import { civilOf } from '../../core/calendar/index.ts';
import { formatDate } from '../../core/dates-text.ts';
import { clip } from '../../core/text.ts';
import type { BriefOffer, Silence, SilenceOffer } from '../../platform/feature.ts';
import { typed } from '../../platform/slack/blocks.ts';
import { ignoredIn, lastOf, ledIn, requestsIn, wishesIn } from './queries/index.ts';
import { texts } from './texts.ts';

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
