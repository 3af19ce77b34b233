import type { Actor } from '../../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../../core/outcome.ts';
import type { Tx } from '../../../../platform/db/client.ts';
import { isUniqueViolation } from '../../../../platform/db/errors.ts';
import { Prisma } from '../../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import type { Deps } from '../../../../platform/deps.ts';
import { record } from '../../../journal/public.ts';
import type { CohortFacts, PreparedPlan } from '../../queries/index.ts';
import type { Plan, Shortage, Standby } from '../../rules/plan/index.ts';
import { holdPlan, type PlanAsked } from './access.ts';

/** What was worked out. */
export type Solved = {
  readonly plan: Plan;
  readonly standbys: readonly Standby[];
  readonly shortage: Shortage | null;
};

type Kept = { readonly solved: Solved; readonly facts: CohortFacts };

/** A row for each organisation of the plan; pins stay, also where there was no room. */
async function writeRows(deps: Deps, tx: Tx, before: PreparedPlan | null, planId: string, { solved, facts }: Kept) {
  const experts = new Map(solved.plan.pairs.map((pair) => [pair.organisationId, pair.expertId]));
  const standbys = new Map(solved.standbys.map((one) => [one.organisationId, one.expertId]));
  const pins = new Map((before?.rows ?? []).map((row) => [row.participationId, row.pinnedId]));
  const ids = [...facts.places.keys()];
  // What was proposed stays, unless the organisation waits again: after a no, or taken back.
  await tx.planRow.deleteMany({ where: { planId, OR: [{ assignmentId: null }, { participationId: { in: ids } }] } });
  await tx.planRow.createMany({
    data: ids.map((participationId) => ({
      ...{ id: deps.ids.next(), planId, participationId, expertId: experts.get(participationId) ?? null },
      ...{ pinnedId: pins.get(participationId) ?? null, standbyId: standbys.get(participationId) ?? null },
    })),
  });
}

async function write(deps: Deps, tx: Tx, actor: Actor, now: Date, given: { asked: PlanAsked; kept: Kept }) {
  const { asked, kept } = given;
  const { cohortId, goal, seconds, isAgain } = asked;
  const held = asked.seen ? await holdPlan(tx, cohortId, asked.seen) : null;
  if (held && !held.ok) return held;
  const { plan, shortage } = kept.solved;
  const facts = {
    goal,
    seconds,
    isProven: plan.isProven,
    changes: plan.changes,
    solvedAt: now,
    solvedBy: actor.personId,
  };
  const data = { ...facts, shortage: shortage ?? Prisma.DbNull };
  const planId = held?.value.id ?? deps.ids.next();
  if (held) await tx.cohortPlan.update({ where: { id: planId }, data });
  else await tx.cohortPlan.create({ data: { id: planId, cohortId, state: 'preparing', version: 1, ...data } });
  await writeRows(deps, tx, isAgain && held ? held.value : null, planId, kept);
  await record(deps, tx, actor, now, {
    ...{ act: 'assignments.plan', subject: 'plan', subjectId: planId, cohortId },
    detail: {
      goal,
      organisations: plan.pairs.length + plan.left.length,
      left: plan.left.length,
      proven: plan.isProven,
    },
  });
  return ok({ planId });
}

/** Keeps a plan in place of the one that was seen. Refuses when that has changed since, or somebody was faster. */
export async function savePlan(
  deps: Deps,
  actor: Actor,
  now: Date,
  asked: PlanAsked,
  kept: Kept,
): Promise<Outcome<{ readonly planId: string }, 'changed_meanwhile'>> {
  try {
    return await inTransaction(deps.db, (tx) => write(deps, tx, actor, now, { asked, kept }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse('changed_meanwhile');
  }
}
