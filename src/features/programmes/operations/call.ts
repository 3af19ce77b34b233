import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { cohortById } from '../queries.ts';
import { type CallWindow, canSee, instantsOf } from '../rules/calls.ts';
import { definitionOf } from '../rules/definition/index.ts';
import { writeCall } from './create.ts';
import { touchCohortCard } from './touch.ts';

export type SetCallRefusal = 'not_allowed' | 'unknown_cohort' | 'call_exists' | 'before_previous';

/**
 * Gives a stage's call its dates for the first time; the moments are civil in Warsaw. A later stage must open after
 * the one before has closed. Moving a date that is set is another act (T8).
 */
export async function setCall(
  deps: Deps,
  actor: Actor,
  now: Date,
  wanted: { readonly cohortId: string; readonly stage: number; readonly window: CallWindow },
): Promise<Outcome<{ readonly cohort: string; readonly closesAt: Date }, SetCallRefusal>> {
  const { cohortId, stage, window } = wanted;
  if (!canSee(actor, cohortId)) return refuse('not_allowed');
  try {
    return await inTransaction(deps.db, async (tx) => {
      const cohort = await cohortById(tx, cohortId);
      if (!cohort || !definitionOf(cohort).stages.some((one) => one.stage === stage)) return refuse('unknown_cohort');
      if (cohort.calls.some((call) => call.stage === stage)) return refuse('call_exists');
      const { opensAt, closesAt } = instantsOf(window);
      const earlier = cohort.calls.filter((call) => call.stage < stage);
      if (stage > 1 && earlier.length < stage - 1) return refuse('before_previous');
      if (earlier.some((call) => call.lateFrom.getTime() > opensAt.getTime())) return refuse('before_previous');
      const id = await writeCall(deps, tx, cohortId, stage, window);
      const detail = {
        stage,
        opens: `${window.opensOn} ${window.opensTime}`,
        closes: `${window.closesOn} ${window.closesTime}`,
      };
      await record(deps, tx, actor, now, {
        act: 'programmes.set_call',
        subject: 'call',
        subjectId: id,
        cohortId,
        detail,
      });
      await touchCohortCard(deps, tx, cohortId);
      return ok({ cohort: cohort.name, closesAt });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('call_exists');
    throw error;
  }
}
