import type { Db, Tx } from '../../../platform/db/client.ts';
import type { BookedOffer } from '../../../platform/feature.ts';
import { type Availability, availabilityOf, type OfferedTime, offeredTimes } from '../../availability/public.ts';
import { type Busy, freeAmong, OPEN_STATES } from '../rules/index.ts';

/** What takes the time of an expert at a moment; what has run out does not, and `except` names one that is about to go. */
const takenOf = (db: Db | Tx, expertId: string, now: Date, except?: string): Promise<readonly Busy[]> =>
  db.consultation.findMany({
    where: {
      expertId,
      state: { in: [...OPEN_STATES] },
      busyUntil: { gt: now },
      OR: [{ openUntil: null }, { openUntil: { gt: now } }],
      ...(except ? { id: { not: except } } : {}),
    },
    select: { busyFrom: true, busyUntil: true },
  });

/** What takes an expert's time in a span, for the lists and previews of others; `reserved` is only held. */
export const takenBetween: BookedOffer = async (db, expertId, { from, until, now }) => {
  const rows = await db.consultation.findMany({
    where: {
      ...{ expertId, state: { in: [...OPEN_STATES] }, busyFrom: { lt: until }, busyUntil: { gt: from } },
      OR: [{ openUntil: null }, { openUntil: { gt: now } }],
    },
    select: { state: true, startsAt: true, endsAt: true, busyFrom: true, busyUntil: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ state, startsAt: start, endsAt: end, ...busy }) => ({
    ...{ ...busy, start, end, isHeld: state === 'reserved' },
  }));
};

/** The times of one expert that can be booked now, in order. */
export async function freeOf(db: Db | Tx, availability: Availability, now: Date, except?: string) {
  return freeAmong(offeredTimes(availability, { now }), await takenOf(db, availability.expertId, now, except));
}

/** The free times of an expert, in order; none when the expert has no hours. */
export async function freeTimes(
  db: Db | Tx,
  expertId: string,
  now: Date,
  except?: string,
): Promise<readonly OfferedTime[]> {
  const availability = (await availabilityOf(db, [expertId])).get(expertId);
  return availability ? freeOf(db, availability, now, except) : [];
}

/** The time an expert offers that begins at this instant, booked or not; null when there is none. */
export const offeredAt = (availability: Availability, start: Date, now: Date): OfferedTime | null =>
  offeredTimes(availability, { now, from: start, to: new Date(start.getTime() + 1) })[0] ?? null;
