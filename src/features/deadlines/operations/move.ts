import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Scope, Target } from '../ids.ts';
import { wasMoved } from '../queries/index.ts';
import { mayManage, type Plan, type PlanRefusal, planMove } from '../rules/index.ts';
import { lockCohort, WHOLE_COHORT_SECONDS } from './lock.ts';
import { type CohortWorld, type Done, placesIn, worldOf } from './world.ts';
import { writeSteps } from './write.ts';

export type MoveWish = {
  /** Made when the form was opened: the same move asked for twice is made once (R3). */
  readonly moveId: string;
  readonly target: Target;
  readonly scope: Scope;
  /** Civil date and time in Warsaw. */
  readonly date: string;
  readonly time: string;
  readonly reason: string | null;
};

export type MoveRefusal = 'not_allowed' | 'unknown_cohort' | 'nobody' | 'reason_missing' | PlanRefusal;

export type Preview = {
  readonly world: CohortWorld;
  readonly plan: Plan;
  /** Names exactly what was shown: which deadlines, as they stand, go where. */
  readonly seen: string;
};

const nameOf = ({ steps }: Plan): string => {
  const facts = steps.map(({ participationId, kind, standing, to }) => [participationId, kind, standing?.version, to]);
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 24);
};

async function prepare(db: Db | Tx, actor: Actor, now: Date, wish: MoveWish): Promise<Outcome<Preview, MoveRefusal>> {
  const { target, scope, date, time, reason } = wish;
  if (!mayManage(actor, target.cohortId)) return refuse('not_allowed');
  const world = await worldOf(db, target.cohortId);
  if (!world) return refuse('unknown_cohort');
  const participationIds = placesIn(world, target, scope).map(({ id }) => id);
  if (participationIds.length === 0) return refuse('nobody');
  const { kinds, standing, cohort } = world;
  const asked = { kind: target.group.kind, date, time, participationIds };
  const plan = planMove({ kinds, standing, lastDay: cohort.endsOn, now }, asked);
  if (!plan.ok) return plan;
  if (reason === null && plan.value.steps.some(({ from }) => from)) return refuse('reason_missing');
  return ok({ world, plan: plan.value, seen: nameOf(plan.value) });
}

/** What a move would change, with the dates that follow by rule; nothing is written. Refuses as `moveDeadlines` does. */
export const previewMove = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: MoveWish,
): Promise<Outcome<Preview, MoveRefusal>> => prepare(deps.db, actor, now, wish);

/**
 * Sets or moves a deadline for one, some or all organisations: one act, one journal line, one word to each channel (T8,
 * CO-12). Moving needs a reason. Refuses others than staff, a moment that is over, a date after the funder's last day
 * (CO-13), and with `changed_meanwhile` when what was shown (`seen`) is not what would happen now (R4).
 * @returns how many organisations it concerns.
 */
export async function moveDeadlines(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: MoveWish & { readonly seen: string },
): Promise<Outcome<Done, MoveRefusal | 'changed_meanwhile'>> {
  const { target, moveId, reason } = wish;
  const { cohortId } = target;
  return inTransaction(
    deps.db,
    async (tx) => {
      if (!mayManage(actor, cohortId)) return refuse('not_allowed');
      await lockCohort(tx, cohortId);
      if (await wasMoved(tx, moveId)) return ok({ places: 0, label: null });
      const prepared = await prepare(tx, actor, now, wish);
      if (!prepared.ok) return prepared.reason === 'unchanged' ? refuse('changed_meanwhile') : prepared;
      const { world, plan, seen } = prepared.value;
      if (seen !== wish.seen) return refuse('changed_meanwhile');
      const concerned = new Set(plan.steps.map(({ participationId }) => participationId));
      const places = world.places.filter(({ id }) => concerned.has(id));
      const isMove = plan.steps.some(({ from }) => from);
      const move = { moveId, cohortId, act: isMove ? 'deadlines.move' : 'deadlines.set', reason, places };
      await writeSteps(deps, tx, actor, now, { move, steps: plan.steps, origin: 'chosen' });
      const kind = world.kinds.find(({ key }) => key === target.group.kind);
      return ok({ places: places.length, label: kind?.label ?? null });
    },
    WHOLE_COHORT_SECONDS,
  );
}
