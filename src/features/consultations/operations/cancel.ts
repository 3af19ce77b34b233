import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { NOTICES } from '../ids.ts';
import { type ConsultationRow, consultationById } from '../queries/index.ts';
import { next, type Side, sideOf, stateOf } from '../rules/index.ts';
import { type Act, note, retellConsultation, tellBoth } from './act.ts';
import { isTooLate } from './late.ts';
import { serveQueue } from './serve.ts';

type Ending = { readonly side: Side; readonly isLate: boolean; readonly reason: string | null };

/** Ends a consultation and tells everybody; its time goes to the queue. False: somebody has changed it meanwhile. */
async function endConsultation(act: Act, row: ConsultationRow, { side, isLate, reason }: Ending) {
  const { tx, now } = act;
  const { id, version } = row;
  const state = next(stateOf(row.state), `cancel_${side}`);
  if (!state) return false;
  const ended = { state, isLate, endReason: reason, endedAt: now, sequence: { increment: 1 } };
  const { count } = await tx.consultation.updateMany({
    where: { id, version },
    data: { ...ended, version: { increment: 1 } },
  });
  if (count === 0) return false;
  await note(act, row, side === 'staff', {
    act: 'consultations.cancel',
    from: row.state,
    to: state,
    reason,
    detail: { isLate },
  });
  await tellBoth(act, row, { kind: NOTICES.ended, key: id, params: { consultationId: id } });
  await retellConsultation(act, row);
  await serveQueue(act, row.expertId);
  return true;
}

export type CancelRefusal = 'not_allowed' | 'not_open' | 'begun' | 'changed_meanwhile';
type Cancelling = {
  readonly consultationId: string;
  readonly reason: string | null;
  readonly channelId: string | null;
};
export type Cancelled = { readonly consultation: ConsultationRow; readonly isLate: boolean };

/**
 * Cancels what is booked, or takes a request back: the organisation, the expert, or staff on behalf of either. The
 * organisation's is late inside the notice time, and still possible (ME-4), never in the expert's absence (case 19).
 * Refuses others, and what has begun.
 */
export const cancelConsultation = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { consultationId, reason, channelId }: Cancelling,
): Promise<Outcome<Cancelled, CancelRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const row = await consultationById(tx, consultationId);
    const place = row && { ...row.participation };
    const side = row && place && sideOf(actor, place, row.expertId, channelId);
    if (!row || !side) return refuse('not_allowed');
    if (row.state === 'reserved' || !next(stateOf(row.state), `cancel_${side}`)) return refuse('not_open');
    if (row.startsAt <= now) return refuse('begun');
    const isOwn = side === 'organisation' && row.state === 'booked';
    const isLate = isOwn && (await isTooLate(tx, row, now));
    const isDone = await endConsultation({ deps, tx, doer: actor, now }, row, { side, isLate, reason });
    return isDone ? ok({ consultation: row, isLate }) : refuse('changed_meanwhile');
  });
