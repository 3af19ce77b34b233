import type { HandOver, HandOverHook } from '../../../platform/feature.ts';
import { availabilityOf, isAway } from '../../availability/public.ts';
import { retell } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type ConsultationRow, consultationById, openOf } from '../queries/index.ts';
import { HAND_OVER, next, requestUntil, stateOf } from '../rules/index.ts';
import { type Act, note, retellConsultation, tell } from './act.ts';
import { settingsOf } from './context.ts';
import { changeEntries } from './entries.ts';
import { expireDue } from './expire.ts';
import { takeTime } from './insert.ts';
import { serveQueue } from './serve.ts';

const MINUTE = 60_000;

/** Asks the successor for the same time; null when it is taken, or they are away. */
async function offerTo(act: Act, row: ConsultationRow, successorId: string): Promise<string | null> {
  const { deps, tx, now } = act;
  if (await isAway(tx, successorId, { start: row.startsAt, end: row.endsAt })) return null;
  const availability = (await availabilityOf(tx, [successorId])).get(successorId);
  const { bufferBefore = 0, bufferAfter = 0, place = null, link = null } = availability?.terms ?? {};
  const { cohortId, participationId, askedBy, startsAt, endsAt, kind, topic, zone } = row;
  const time = {
    ...{ expertId: successorId, start: startsAt, end: endsAt, zone, place, link, kinds: [] },
    busyFrom: new Date(startsAt.getTime() - bufferBefore * MINUTE),
    busyUntil: new Date(endsAt.getTime() + bufferAfter * MINUTE),
  };
  const openUntil = requestUntil(now, startsAt, settingsOf(row.participation.cohort));
  const facts = { cohortId, participationId, askedBy, now };
  return takeTime(deps, tx, facts, time, { state: 'requested', openUntil, kind, topic });
}

/** What was booked with the former expert ends kindly; the successor is asked for the same time. */
async function passOn(act: Act, row: ConsultationRow, successorId: string | null): Promise<void> {
  const { tx, now } = act;
  const { id, version } = row;
  const state = next(stateOf(row.state), 'cancel_staff');
  if (!state) return;
  const ended = { state, endReason: HAND_OVER, endedAt: now, sequence: { increment: 1 }, version: { increment: 1 } };
  const { count } = await tx.consultation.updateMany({ where: { id, version }, data: ended });
  if (count === 0) throw new Error('A consultation changed in the middle of a hand-over; it is done again');
  await note(act, row, true, { act: 'consultations.pass_on', from: row.state, to: state });
  const said = { kind: NOTICES.ended, key: id, params: { consultationId: id } };
  await tell(act, row, 'expert', said);
  const asked = successorId && (await offerTo(act, row, successorId));
  const again = asked ? await consultationById(tx, asked) : null;
  if (again) {
    await note(act, again, true, { act: 'consultations.request', to: again.state });
    const params = { consultationId: again.id, step: 'first' };
    const request = { kind: NOTICES.time, key: `${again.id}:first`, params };
    await tell(act, again, 'organisation', request);
    // Also a successor by whose own yes the organisation has passed to them: their yes was not to this time.
    await tell(act, again, 'expert', request);
  } else {
    await tell(act, row, 'organisation', said);
  }
  await retellConsultation(act, row);
}

/** Who waited for the former expert waits for the successor, in the order of joining. */
async function passQueue(act: Act, { participationId, formerId, successorId }: HandOver): Promise<void> {
  const { tx, now } = act;
  const mine = { participationId, state: { in: ['waiting', 'offered'] } };
  const hasPlace = successorId && (await tx.waitEntry.count({ where: { ...mine, expertId: successorId } })) > 0;
  const isPassed = successorId && !hasPlace;
  const data = isPassed
    ? { expertId: successorId, state: 'waiting', consultationId: null }
    : { state: 'left', endedAt: now };
  const verb = isPassed ? 'consultations.pass_queue_on' : 'consultations.leave';
  await changeEntries(act, { ...mine, expertId: formerId }, data, verb);
}

/**
 * Another expert leads the organisation (CO-10): nothing that is open stays with the former one. The successor is asked
 * for the times that were booked where they are free then; the others end kindly, with a button for a new time.
 */
export const handOverBookings: HandOverHook = async ({ deps, tx, actor, now }, handOver) => {
  const { participationId, formerId, successorId } = handOver;
  const act: Act = { deps, tx, doer: actor, now };
  await passQueue(act, handOver);
  const open = (await openOf(tx, formerId)).filter((row) => row.participationId === participationId);
  const held = open.filter(({ state }) => state === 'reserved').map(({ id }) => id);
  await expireDue({ ...act, doer: 'bot' }, { id: { in: held } });
  await retell(deps, tx, { key: { in: held.map((id) => `${NOTICES.offered}:${id}`) } });
  const coming = open.filter(({ state, startsAt }) => state !== 'reserved' && startsAt > now);
  for (const row of coming) await passOn(act, row, successorId);
  await serveQueue(act, formerId);
  if (successorId) await serveQueue(act, successorId);
};
