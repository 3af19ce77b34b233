import { type Actor, isStaff } from '../../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../../core/outcome.ts';
import type { Db, Tx } from '../../../../platform/db/client.ts';
import { cohortById, definitionOf } from '../../../programmes/public.ts';
import { type PreparedPlan, preparedPlan } from '../../queries/index.ts';
import type { Goal } from '../../rules/plan/index.ts';

export type PlanCohort = NonNullable<Awaited<ReturnType<typeof cohortById>>>;

/** The cohort, for its staff, where organisations have an expert of their own; plans are nobody else's business. */
export async function cohortForPlan(
  db: Db | Tx,
  actor: Actor,
  cohortId: string,
): Promise<Outcome<PlanCohort, 'not_allowed' | 'no_mentor'>> {
  const cohort = isStaff(actor, cohortId) ? await cohortById(db, cohortId) : null;
  if (!cohort) return refuse('not_allowed');
  return definitionOf(cohort).switches.mentor ? ok(cohort) : refuse('no_mentor');
}

/** A plan as somebody saw it. */
export type SeenPlan = { readonly planId: string; readonly version: number };

/** Holds the plan in preparation that was seen; refuses when it has changed since, or is over. */
export async function holdPlan(
  tx: Tx,
  cohortId: string,
  seen: SeenPlan,
): Promise<Outcome<PreparedPlan, 'changed_meanwhile'>> {
  const where = { id: seen.planId, cohortId, state: 'preparing', version: seen.version };
  const held = await tx.cohortPlan.updateMany({ where, data: { version: { increment: 1 } } });
  const plan = held.count === 1 ? await preparedPlan(tx, cohortId) : null;
  return plan ? ok(plan) : refuse('changed_meanwhile');
}

/** What staff ask for. */
export type PlanAsked = {
  readonly cohortId: string;
  readonly goal: Goal;
  /** For everything together. */
  readonly seconds: number;
  /** The plan that is replaced; null: there is none yet. */
  readonly seen: SeenPlan | null;
  /** Changes as few pairs as possible against the plan that was seen. */
  readonly isAgain: boolean;
};
