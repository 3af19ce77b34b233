import { type Actor, isStaff } from '../../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../../core/outcome.ts';
import type { Deps } from '../../../../platform/deps.ts';

/** Notes that a plan is being worked out, so that it can be called off, by whichever process hears of it. */
export async function beginRun(deps: Deps, actor: Actor, now: Date, cohortId: string): Promise<string> {
  const id = deps.ids.next();
  await deps.db.planRun.create({ data: { id, cohortId, byPerson: actor.personId, startedAt: now } });
  return id;
}

export async function isCalledOff(deps: Deps, runId: string): Promise<boolean> {
  const run = await deps.db.planRun.findUnique({ where: { id: runId }, select: { cancelledAt: true } });
  return run === null || run.cancelledAt !== null;
}

export const endRun = async (deps: Deps, runId: string): Promise<void> => {
  await deps.db.planRun.deleteMany({ where: { id: runId } });
};

/** Staff of the cohort call off a plan that is being worked out: nothing of it is kept. Refuses others; late is fine. */
export async function callOff(
  deps: Deps,
  actor: Actor,
  now: Date,
  runId: string,
): Promise<Outcome<{ readonly cohortId: string } | null, 'not_allowed'>> {
  if (!isStaff(actor)) return refuse('not_allowed');
  const run = await deps.db.planRun.findUnique({ where: { id: runId } });
  if (!run) return ok(null);
  if (!isStaff(actor, run.cohortId)) return refuse('not_allowed');
  const data = { cancelledAt: now, cancelledBy: actor.personId };
  await deps.db.planRun.updateMany({ where: { id: runId, cancelledAt: null }, data });
  return ok({ cohortId: run.cohortId });
}
