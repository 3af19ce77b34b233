import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, record } from '../../journal/public.ts';
import { touchCard } from '../../participations/public.ts';
import { type ConsultationRow, consultationById } from '../queries/index.ts';
import { next, stateOf } from '../rules/index.ts';

export type Settlement = {
  readonly consultationId: string;
  readonly version: number;
  readonly to: 'held' | 'not_held' | 'no_show';
  /** Whole minutes as the card counts them. */
  readonly minutesCounted?: number;
};

export type SettleRefusal = 'unknown_consultation' | 'not_over' | 'not_booked' | 'changed_meanwhile';

/**
 * Writes how a consultation went, in the transaction at hand; who may say so is the caller's to know. Refuses one that
 * is not over, or not booked. The first no-show costs the organisation nothing of its hours (N20).
 */
export async function settle(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  now: Date,
  { consultationId, version, to, minutesCounted }: Settlement,
): Promise<Outcome<ConsultationRow, SettleRefusal>> {
  const found = await consultationById(tx, consultationId);
  if (!found) return refuse('unknown_consultation');
  if (!next(stateOf(found.state), to)) return refuse('not_booked');
  if (found.endsAt > now) return refuse('not_over');
  const data = { state: to, endedAt: now, version: { increment: 1 }, minutesCounted: minutesCounted ?? null };
  const { count } = await tx.consultation.updateMany({ where: { id: consultationId, version }, data });
  if (count === 0) return refuse('changed_meanwhile');
  const { cohortId, participationId } = found;
  await record(deps, tx, doer, now, {
    act: `consultations.${to}`,
    subject: 'consultation',
    subjectId: consultationId,
    cohortId,
    from: found.state,
    to,
  });
  await touchCard(deps, tx, participationId);
  return ok(found);
}
