import { type Outcome, ok, refuse } from '../../../../core/outcome.ts';
import type { Tx } from '../../../../platform/db/client.ts';
import type { Doing } from '../../../../platform/deps.ts';
import { record } from '../../../journal/public.ts';
import { notify } from '../../../notices/public.ts';
import { NOTICES } from '../../ids.ts';
import { assignmentById, type PlanRowOf, preparedPlan } from '../../queries/index.ts';
import { type ProposeRefusal, proposeIn } from '../propose.ts';
import { withdrawSilently } from '../withdraw.ts';
import { cohortForPlan } from './access.ts';

/** Pairs of a plan as staff saw them. */
export type Applying = {
  readonly cohortId: string;
  readonly planId: string;
  readonly pairs: readonly { readonly participationId: string; readonly expertId: string }[];
};

/** Why one pair was not proposed: the plan has another one by now, or what the proposal was refused for. */
export type PairRefusal = ProposeRefusal | 'plan_changed';

export type Applied = {
  readonly proposed: readonly { readonly participationId: string; readonly assignmentId: string }[];
  readonly refused: readonly {
    readonly participationId: string;
    readonly expertId: string;
    readonly reason: PairRefusal;
  }[];
};

export type ApplyRefusal = 'not_allowed' | 'no_mentor' | 'plan_over' | 'nothing_chosen';

/** All of the places, then all of the experts, each in one order: acts that need some of them wait, and none for ever. */
async function lockAll(tx: Tx, { pairs }: Applying): Promise<void> {
  const places = pairs.map((pair) => pair.participationId);
  const experts = pairs.map((pair) => pair.expertId);
  await tx.$queryRaw`SELECT 1 FROM "Participation" WHERE "id" = ANY(${places}::uuid[]) ORDER BY "id" FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM "ExpertProfile" WHERE "personId" = ANY(${experts}::uuid[]) ORDER BY "personId" FOR UPDATE`;
}

/** Whether the plan can still be applied, for staff; single pairs are judged when it is done. Writes nothing. */
export async function checkApply({ tx, actor }: Doing, given: Applying): Promise<Outcome<null, ApplyRefusal>> {
  const allowed = await cohortForPlan(tx, actor, given.cohortId);
  if (!allowed.ok) return allowed;
  const plan = await preparedPlan(tx, given.cohortId);
  if (plan?.id !== given.planId) return refuse('plan_over');
  return given.pairs.length > 0 ? ok(null) : refuse('nothing_chosen');
}

/** One pair: proposed, or why not. A pair that the plan no longer has is not. */
async function proposeRow(doing: Doing, row: PlanRowOf | undefined, pair: Applying['pairs'][number]) {
  if (!row || row.assignmentId || row.expertId !== pair.expertId) return refuse('plan_changed' as const);
  // Staff have set somebody else since, and the plan was not solved again.
  if (row.pinnedId !== null && row.pinnedId !== row.expertId) return refuse('plan_changed' as const);
  const done = await proposeIn(doing, { ...pair, overrideReason: null, standbyId: row.standbyId });
  if (!done.ok) return done;
  await doing.tx.planRow.update({ where: { id: row.id }, data: { assignmentId: done.value.assignmentId } });
  return done;
}

/** Nothing is left to propose: the plan is over, and the next one starts afresh. */
async function endIfDone(tx: Tx, planId: string): Promise<void> {
  const left = await tx.planRow.count({ where: { planId, assignmentId: null } });
  if (left === 0) await tx.cohortPlan.update({ where: { id: planId }, data: { state: 'over' } });
}

/**
 * Proposes the chosen pairs to their experts, in one transaction: what has changed meanwhile is left out and named,
 * everything else is done, and nothing is done twice (CO-9, R3, R4). Staff are told in one message. Refuses others than
 * staff, and a plan that is over.
 */
export async function applyIn(doing: Doing, given: Applying): Promise<Outcome<Applied, ApplyRefusal>> {
  const { deps, tx, actor, now } = doing;
  await lockAll(tx, given);
  const checked = await checkApply(doing, given);
  if (!checked.ok) return checked;
  const plan = await preparedPlan(tx, given.cohortId);
  const rows = new Map((plan?.rows ?? []).map((row) => [row.participationId, row]));
  const proposed: { participationId: string; assignmentId: string }[] = [];
  const refused: Applied['refused'][number][] = [];
  for (const pair of given.pairs) {
    const { participationId } = pair;
    const done = await proposeRow(doing, rows.get(participationId), pair);
    if (done.ok) proposed.push({ participationId, assignmentId: done.value.assignmentId });
    else refused.push({ ...pair, reason: done.reason });
  }
  const { planId, cohortId } = given;
  await tx.cohortPlan.update({ where: { id: planId }, data: { version: { increment: 1 } } });
  await endIfDone(tx, planId);
  await record(deps, tx, actor, now, {
    ...{ act: 'assignments.apply_plan', subject: 'plan', subjectId: planId, cohortId },
    detail: { proposed: proposed.length, refused: refused.length },
  });
  const { planApplied: kind } = NOTICES;
  const params = { cohortId, by: actor.name, proposed: proposed.length, refused: JSON.stringify(refused) };
  const key = `${kind}:${planId}:${(plan?.version ?? 0) + 1}`;
  await notify(deps, tx, { kind, params, to: { staffOf: cohortId }, key, at: now, cohortId });
  return ok({ proposed, refused });
}

/** The plan stands as it was before these pairs were proposed; one that was over is prepared again, unless another is. */
async function reopen(tx: Tx, assignmentIds: readonly string[]): Promise<void> {
  const rows = await tx.planRow.findMany({
    where: { assignmentId: { in: [...assignmentIds] } },
    include: { plan: true },
  });
  await tx.planRow.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { assignmentId: null } });
  for (const plan of new Map(rows.map((row) => [row.planId, row.plan])).values()) {
    const other = await preparedPlan(tx, plan.cohortId);
    if (other && other.id !== plan.id) continue;
    const data = { state: 'preparing', version: { increment: 1 } };
    await tx.cohortPlan.update({ where: { id: plan.id }, data });
  }
}

/**
 * Takes back the proposals that nobody has answered yet, so that the plan has them to propose again, with its pins and
 * standbys; refuses when there is none any more.
 */
export async function takeBackApplied(
  doing: Doing,
  { proposed }: Applied,
): Promise<Outcome<unknown, 'nothing_chosen'>> {
  const taken: string[] = [];
  for (const { assignmentId } of proposed) {
    const row = await assignmentById(doing.tx, assignmentId);
    if (row?.state !== 'proposed') continue;
    const outcome = await withdrawSilently(doing, assignmentId);
    if (outcome.ok) taken.push(assignmentId);
  }
  await reopen(doing.tx, taken);
  return taken.length > 0 ? ok(taken.length) : refuse('nothing_chosen');
}
