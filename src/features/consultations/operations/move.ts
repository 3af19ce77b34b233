import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { isExclusionViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Availability, availabilityOf, lockPresence, type OfferedTime } from '../../availability/public.ts';
import { NOTICES } from '../ids.ts';
import { type ConsultationRow, consultationById, freeOf, lockPlace, offeredAt } from '../queries/index.ts';
import { next, requestUntil, type Side, sideOf, stateOf } from '../rules/index.ts';
import { type Act, note, retellConsultation, tellBoth } from './act.ts';
import { fitsQuota, settingsOf } from './context.ts';
import { expireDue } from './expire.ts';
import { isTooLate } from './late.ts';
import { serveQueue } from './serve.ts';

export type MoveRefusal =
  | 'not_allowed'
  | 'not_open'
  | 'begun'
  | 'inside_notice'
  | 'same_time'
  | 'not_offered'
  | 'quota_used'
  | 'taken'
  | 'changed_meanwhile';

type Moving = {
  readonly consultationId: string;
  readonly start: Date;
  readonly reason: string | null;
  readonly channelId: string | null;
};
type Step = { readonly row: ConsultationRow; readonly side: Side; readonly time: OfferedTime };
export type Moved = { readonly time: OfferedTime; readonly state: string };
type Prepared = Step & { readonly availability: Availability };

/** Whether somebody may move a consultation now, and in whose name (OR-3). */
export function mayMove(
  row: ConsultationRow,
  by: { readonly actor: Actor; readonly channelId: string | null; readonly now: Date; readonly isTooLate: boolean },
): Outcome<Side, 'not_allowed' | 'not_open' | 'begun' | 'inside_notice'> {
  const side = sideOf(by.actor, row.participation, row.expertId, by.channelId);
  if (!side) return refuse('not_allowed');
  if (!next(stateOf(row.state), 'move')) return refuse('not_open');
  if (row.startsAt <= by.now) return refuse('begun');
  const isOwn = side === 'organisation' && row.state === 'booked';
  if (isOwn && by.isTooLate) return refuse('inside_notice');
  return ok(side);
}

async function prepareMove(
  act: Act & { readonly doer: Actor },
  moving: Moving,
): Promise<Outcome<Prepared, MoveRefusal>> {
  const { tx, doer: actor, now } = act;
  const { consultationId, start, channelId } = moving;
  const row = await consultationById(tx, consultationId);
  if (!row) return refuse('not_allowed');
  const may = mayMove(row, { actor, channelId, now, isTooLate: await isTooLate(tx, row, now) });
  if (!may.ok) return may;
  const availability = (await availabilityOf(tx, [row.expertId])).get(row.expertId);
  if (start.getTime() === row.startsAt.getTime()) return refuse('same_time');
  const time = availability && offeredAt(availability, start, now);
  if (!availability || !time || !(await lockPresence(tx, row.expertId, time))) return refuse('not_offered');
  return ok({ row, side: may.value, availability, time });
}

/** The organisation asks again where the expert wants to say yes first; the expert and staff just move. */
function becoming(row: ConsultationRow, side: Side, needsApproval: boolean, time: OfferedTime, now: Date) {
  const openUntil = requestUntil(now, time.start, settingsOf(row.participation.cohort));
  const asksAgain = side === 'organisation' && needsApproval;
  if (row.state === 'requested' || asksAgain) return { state: 'requested', openUntil };
  return { state: row.state };
}

/** The way of meeting stays where the expert still offers it then. */
const kindThen = ({ kind }: ConsultationRow, { kinds }: OfferedTime): string =>
  kinds.some((one) => one === kind) ? kind : (kinds[0] ?? kind);

/** Whether the organisation has hours enough for the new time in place of the old one; the place is held from here on. */
async function holdHours({ tx }: Act, { row, side, time }: Step): Promise<Outcome<void, 'quota_used'>> {
  await lockPlace(tx, row.participationId, null);
  const { expertHours: hours } = settingsOf(row.participation.cohort);
  const fits = side !== 'organisation' || (await fitsQuota(tx, row.participationId, hours, time, row.id));
  return fits ? ok() : refuse('quota_used', { hours });
}

/** The one statement in which the old time is given up and the new one taken, and all that follows from it. */
async function writeMove(
  act: Act & { readonly doer: Actor },
  step: Prepared,
  reason: string | null,
): Promise<string | null> {
  const { deps, tx, doer, now } = act;
  const { row, side, time, availability } = step;
  const { id, version } = row;
  const { start: startsAt, end: endsAt, busyFrom, busyUntil, zone, place, link } = time;
  const becomes = becoming(row, side, availability.terms.needsApproval, time, now);
  const changes = { startsAt, endsAt, busyFrom, busyUntil, zone, place, link, kind: kindThen(row, time), ...becomes };
  const { count } = await tx.consultation.updateMany({
    where: { id, version },
    data: { ...changes, sequence: { increment: 1 }, version: { increment: 1 } },
  });
  if (count === 0) return null;
  const moveId = deps.ids.next();
  const from = { fromStartsAt: row.startsAt, fromEndsAt: row.endsAt };
  const to = { toStartsAt: startsAt, toEndsAt: endsAt };
  await tx.consultationMove.create({
    data: { id: moveId, consultationId: id, ...from, ...to, movedBy: doer.personId, movedAt: now, reason },
  });
  await note(act, row, side === 'staff', {
    ...{ act: 'consultations.move', from: row.state, to: becomes.state, reason },
    detail: { moveId, from: row.startsAt.toISOString(), to: startsAt.toISOString() },
  });
  await retellConsultation(act, row);
  await tellBoth(act, row, { kind: NOTICES.moved, key: moveId, params: { moveId } });
  await serveQueue(act, row.expertId);
  return becomes.state;
}

/**
 * Moves a consultation to another time its expert offers, with its history (T8): the organisation until the notice time
 * (in the expert's absence until it begins), the expert and staff until it begins. The old time is kept until the new
 * one is taken. Refuses a time that is `taken` (with the next free ones) or not offered, and to the organisation one for
 * which its hours are not enough.
 */
export async function moveConsultation(
  deps: Deps,
  actor: Actor,
  now: Date,
  moving: Moving,
): Promise<Outcome<Moved, MoveRefusal>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const act = { deps, tx, doer: actor, now };
      const prepared = await prepareMove(act, moving);
      if (!prepared.ok) return prepared;
      const { row } = prepared.value;
      const fits = await holdHours(act, prepared.value);
      if (!fits.ok) return fits;
      await expireDue(
        { ...act, doer: 'bot' },
        { expertId: row.expertId, openUntil: { lte: now }, id: { not: row.id } },
      );
      const isDone = await writeMove(act, prepared.value, moving.reason);
      return isDone ? ok({ time: prepared.value.time, state: isDone }) : refuse('changed_meanwhile');
    });
  } catch (error) {
    if (!isExclusionViolation(error)) throw error;
    return refuse('taken', { next: await nextTimes(deps, moving.consultationId, now) });
  }
}

async function nextTimes({ db }: Deps, consultationId: string, now: Date): Promise<readonly string[]> {
  const row = await consultationById(db, consultationId);
  const availability = row && (await availabilityOf(db, [row.expertId])).get(row.expertId);
  const free = availability ? await freeOf(db, availability, now, consultationId) : [];
  return free.slice(0, 5).map(({ start }) => start.toISOString());
}
