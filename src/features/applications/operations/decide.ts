import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { groupCounts, type Reviewed } from '../queries/review.ts';
import {
  canDecide,
  isDecision,
  type Place,
  type PlanRefusal,
  planDecision,
  type Standing,
  type Wish,
} from '../rules/decisions.ts';
import { applyShifts, openForWork, type Target, type WorkRefusal } from './work.ts';

export type DecideRefusal = WorkRefusal | PlanRefusal | 'wrong_state';

/** How the call of an application stands; exact only while its row is locked. */
async function standingOf(tx: Tx, application: Reviewed): Promise<Standing> {
  const counts = await groupCounts(tx, application.callId);
  const { preparedDecision, reservePosition } = application;
  const decision = isDecision(preparedDecision) ? preparedDecision : null;
  return {
    places: application.cohort.places,
    admitted: counts.admitted,
    reserve: counts.reserve,
    own: { decision, position: reservePosition },
  };
}

/**
 * Prepares a decision, unseen by the applicant until the release (CO-7). Keeps admitted ≤ places and reserve positions
 * without gaps (invariants 8, 9); a refusal needs its reason, which the applicant will read.
 */
export async function prepareDecision(
  deps: Deps,
  actor: Actor,
  now: Date,
  act: Target & { readonly wish: Wish },
): Promise<Outcome<Place, DecideRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const opened = await openForWork(tx, actor, now, act);
    if (!opened.ok) return opened;
    const application = opened.value;
    if (!canDecide(application.state)) return refuse('wrong_state');
    const plan = planDecision(await standingOf(tx, application), act.wish);
    if (!plan.ok) return plan;
    const { place, shifts } = plan.value;
    await applyShifts(tx, application, shifts);
    const { id, version } = application;
    const reason = act.wish.reason.trim() || null;
    await tx.application.update({
      where: { id },
      data: {
        preparedDecision: place.decision,
        preparedReason: place.decision === null ? null : reason,
        reservePosition: place.position,
        updatedAt: now,
        version: version + 1,
      },
    });
    await record(deps, tx, actor, now, {
      act: 'applications.decide',
      subject: 'application',
      subjectId: id,
      cohortId: application.cohortId,
      from: application.preparedDecision ?? 'none',
      to: place.decision ?? 'none',
      reason,
      detail: { position: place.position, positionBefore: application.reservePosition },
    });
    return ok(place);
  });
}
