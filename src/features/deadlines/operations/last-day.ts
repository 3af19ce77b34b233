import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { setLastDay } from '../../programmes/public.ts';
import { mayManage } from '../rules/index.ts';
import { lockCohort } from './lock.ts';
import { worldOf } from './world.ts';

type LastDayWish = { readonly cohortId: string; readonly endsOn: string; readonly reason: string | null };
type LastDayRefusal =
  | 'not_allowed'
  | 'unknown_cohort'
  | 'unchanged'
  | 'reason_missing'
  | 'deadlines_after'
  | 'call_after';

/**
 * Sets or moves the funder's last day of a cohort, a civil date (CO-13); moving needs a reason. Refuses others than
 * staff, and a day before an open deadline or a call's closing: those are moved first.
 */
export async function changeLastDay(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: LastDayWish,
): Promise<Outcome<{ readonly cohort: string }, LastDayRefusal>> {
  const { cohortId, endsOn, reason } = wish;
  if (!mayManage(actor, cohortId)) return refuse('not_allowed');
  return inTransaction(deps.db, async (tx) => {
    await lockCohort(tx, cohortId);
    const world = await worldOf(tx, cohortId);
    if (!world) return refuse('unknown_cohort');
    const { cohort, kinds, standing } = world;
    if (cohort.endsOn === endsOn) return refuse('unchanged');
    if (cohort.endsOn !== null && reason === null) return refuse('reason_missing');
    const bound = new Set(kinds.filter(({ latest }) => latest === 'funder').map(({ key }) => key));
    const after = standing.filter(({ state, date, kind }) => state === 'open' && date > endsOn && bound.has(kind));
    if (after.length > 0) return refuse('deadlines_after', { count: after.length });
    if (cohort.calls.some(({ closesOn }) => closesOn > endsOn)) return refuse('call_after');
    await setLastDay(deps, tx, actor, now, { cohort, endsOn, reason });
    return ok({ cohort: cohort.name });
  });
}
