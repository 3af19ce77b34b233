import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { isRetryable } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { lockPresence, type OfferedTime, offeredTimes } from '../../availability/public.ts';
import { attemptHold, freeOf } from '../queries/index.ts';
import { freeAmong, holdUntil } from '../rules/index.ts';
import type { Act } from './act.ts';
import { type Booking, type BookingRefusal, fitsQuota, holdPlace, prepareBooking, type Wanted } from './context.ts';
import { expireDue } from './expire.ts';
import { type Taking, takeTime } from './insert.ts';

export type Taken = { readonly id: string; readonly booking: Booking };
export type TakeRefusal = BookingRefusal | 'taken' | 'quota_used';

/** So many next free times are named to whoever comes second. */
const NEXT_NAMED = 5;

/**
 * Takes a time for an organisation, its place held. What has run out for this expert goes first, and so does a form that
 * the same person has left open for the same organisation. Refuses a time that somebody else has, with the next ones.
 */
export async function takeFor(
  act: Act & { readonly doer: Actor },
  booking: Booking,
  taking: Taking,
): Promise<Outcome<Taken, TakeRefusal>> {
  const { deps, tx, doer, now } = act;
  const { place, side, availability, time } = booking;
  // An absence may have been written since the time was offered, and is not from here on.
  if (!(await lockPresence(tx, time.expertId, time))) return refuse('not_offered');
  if (!(await holdPlace(tx, place))) return refuse('no_expert');
  const own = { participationId: place.id, askedBy: doer.personId, state: 'reserved', offeredTo: null };
  const due = { expertId: time.expertId, openUntil: { lte: now } };
  await expireDue({ ...act, doer: 'bot' }, { OR: [due, own] });
  const fits = side === 'staff' || (await fitsQuota(tx, place.id, place.settings.expertHours, time));
  if (!fits) return refuse('quota_used', { hours: place.settings.expertHours });
  const facts = { cohortId: place.cohortId, participationId: place.id, askedBy: doer.personId, now };
  const id = await takeTime(deps, tx, facts, time, taking);
  if (id !== null) return ok({ id, booking });
  return takenBy(await freeOf(tx, availability, now));
}

const takenBy = (free: readonly OfferedTime[]) =>
  refuse('taken', { next: free.slice(0, NEXT_NAMED).map(({ start }) => start.toISOString()) });

/** The usual hold, in one statement; null where more has to be asked or done. */
async function holdAtOnce(
  { db, ids }: Deps,
  booking: Booking,
  { askedBy, now, openUntil }: { readonly askedBy: string; readonly now: Date; readonly openUntil: Date },
): Promise<Outcome<Taken, TakeRefusal> | null> {
  const { place, time, availability } = booking;
  if (place.leaderId === null || place.settings.expertHours !== null) return null;
  const id = ids.next();
  const attempt = await attemptHold(db, { id, place, time, askedBy, now, openUntil }).catch((error: unknown) => {
    if (isRetryable(error)) return null;
    throw error;
  });
  if (!attempt) return null;
  if (!attempt.isLed) return refuse('no_expert');
  if (attempt.isDue) return null;
  if (attempt.isHeld) return ok({ id, booking });
  return takenBy(freeAmong(offeredTimes(availability, { now }), attempt.taken));
}

/**
 * Holds a time while the form is open (OR-3). Refuses others than the organisation and staff on its behalf, an expert who
 * is not theirs, a time that is not offered or `taken` (with the next free times), and hours that are used up.
 */
export async function holdTime(
  deps: Deps,
  actor: Actor,
  now: Date,
  wanted: Wanted,
): Promise<Outcome<Taken, TakeRefusal>> {
  const prepared = await prepareBooking(deps, actor, now, wanted);
  if (!prepared.ok) return prepared;
  const openUntil = holdUntil(now, prepared.value.place.settings);
  const held = await holdAtOnce(deps, prepared.value, { askedBy: actor.personId, now, openUntil });
  if (held) return held;
  return inTransaction(deps.db, (tx) =>
    takeFor({ deps, tx, doer: actor, now }, prepared.value, { state: 'reserved', openUntil }),
  );
}
