import type { Actor } from '../../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../../core/outcome.ts';
import type { Deps } from '../../../../platform/deps.ts';
import { type CohortFacts, cohortFacts, type PreparedPlan, pinsOf, preparedPlan } from '../../queries/index.ts';
import type { Keep, Shortage } from '../../rules/plan/index.ts';
import { findShortGroup, findWaysOut, type PlanProgress, type PlanWishes, planCohort } from '../plan-cohort.ts';
import { cohortForPlan, type PlanAsked } from './access.ts';
import { type Solved, savePlan } from './save.ts';

export type Hooks = { readonly signal: AbortSignal; readonly onProgress: (progress: PlanProgress) => void };

export type SolveRefusal =
  | 'not_allowed'
  | 'no_mentor'
  | 'changed_meanwhile'
  | 'nobody_waits'
  | 'out_of_time'
  | 'cancelled';

/** Options that staff are shown at most. */
const MOST_OPTIONS = 4;

const keepOf = (plan: PreparedPlan | null, { places }: CohortFacts): Keep =>
  new Map(
    (plan?.rows ?? []).flatMap(({ participationId, expertId, assignmentId }) =>
      expertId && !assignmentId && places.has(participationId) ? [[participationId, expertId] as const] : [],
    ),
  );

/** Why not everybody is served, and what could be settled; null when it was called off. */
async function shortageOf(deps: Deps, { problem }: CohortFacts, wishes: PlanWishes): Promise<Shortage | null> {
  const found = await findShortGroup(deps.solve, problem, wishes);
  if (found.status !== 'found') return null;
  const ways = await findWaysOut(deps.solve, problem, wishes);
  if (ways.status !== 'found') return null;
  const options = ways.options.slice(0, MOST_OPTIONS);
  return {
    group: found.group,
    options: options.map(({ relaxations, cost }) => ({ relaxations: [...relaxations], cost })),
  } as Shortage;
}

/** Works it out; nothing is written. */
async function solved(
  deps: Deps,
  asked: PlanAsked,
  {
    facts,
    plan: before,
    hooks,
  }: { readonly facts: CohortFacts; readonly plan: PreparedPlan | null; readonly hooks: Hooks },
): Promise<Outcome<Solved, SolveRefusal>> {
  const { goal, seconds, isAgain } = asked;
  const keep = isAgain ? { keep: keepOf(before, facts) } : {};
  const wishes: PlanWishes = { goal, ...keep, timeLimitMs: seconds * 1_000, ...hooks };
  const outcome = await planCohort(deps.solve, facts.problem, wishes);
  if (outcome.status !== 'planned') return refuse(outcome.status);
  const { plan, standbys } = outcome;
  const shortage = plan.left.length > 0 ? await shortageOf(deps, facts, wishes) : null;
  if (hooks.signal.aborted) return refuse('cancelled');
  return ok({ plan, standbys, shortage });
}

/**
 * Plans experts for every organisation of a cohort that waits for one, and keeps the plan for its staff (CO-9). Until
 * it is applied nobody hears of it. Refuses others than staff, cohorts in which nobody waits, a plan that has changed
 * since it was seen, time that was over before there was any plan, and calling off: then nothing is written.
 */
export async function solveForCohort(
  deps: Deps,
  actor: Actor,
  now: Date,
  asked: PlanAsked,
  hooks: Hooks,
): Promise<Outcome<{ readonly planId: string }, SolveRefusal>> {
  const allowed = await cohortForPlan(deps.db, actor, asked.cohortId);
  if (!allowed.ok) return allowed;
  const plan = await preparedPlan(deps.db, asked.cohortId);
  if ((plan?.version ?? null) !== (asked.seen?.version ?? null)) return refuse('changed_meanwhile');
  const facts = await cohortFacts(deps.db, allowed.value, asked.isAgain ? pinsOf(plan) : new Map(), now);
  if (facts.places.size === 0) return refuse('nobody_waits');
  const found = await solved(deps, asked, { facts, plan, hooks });
  return found.ok ? savePlan(deps, actor, now, asked, { solved: found.value, facts }) : found;
}
