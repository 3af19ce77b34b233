import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Scope, Target } from '../ids.ts';
import { wasMoved } from '../queries/index.ts';
import { mayManage, next, type Standing } from '../rules/index.ts';
import { lockCohort, WHOLE_COHORT_SECONDS } from './lock.ts';
import { type CohortWorld, type Done, placesIn, worldOf } from './world.ts';
import { writeStates } from './write.ts';

export type StateWish = {
  readonly moveId: string;
  readonly act: 'finish' | 'reopen' | 'remove';
  readonly target: Target;
  readonly scope: Scope;
  readonly reason: string | null;
};

export type StateRefusal = 'not_allowed' | 'unknown_cohort' | 'nobody' | 'reason_missing';

/** The deadlines meant whose state allows the act. */
function meant(world: CohortWorld, { target, scope, act }: StateWish): readonly Standing[] {
  const ids = new Set(placesIn(world, target, scope).map(({ id }) => id));
  return world.standing.filter(
    (one) => one.kind === target.group.kind && ids.has(one.participationId) && next(one.state, act) !== null,
  );
}

const ACTS = { finish: 'deadlines.finish', reopen: 'deadlines.reopen', remove: 'deadlines.remove' } as const;

/**
 * Staff mark deadlines as done, open them again, or take them away, for one, some or all organisations. Taking away needs
 * a reason. What is done, open or gone already is left as it is; when nothing is left to change it is refused as `nobody`.
 */
export async function changeStates(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: StateWish,
): Promise<Outcome<Done, StateRefusal>> {
  const { moveId, act, target, reason } = wish;
  const { cohortId } = target;
  if (!mayManage(actor, cohortId)) return refuse('not_allowed');
  if (act === 'remove' && reason === null) return refuse('reason_missing');
  return inTransaction(
    deps.db,
    async (tx) => {
      await lockCohort(tx, cohortId);
      if (await wasMoved(tx, moveId)) return ok({ places: 0, label: null });
      const world = await worldOf(tx, cohortId);
      if (!world) return refuse('unknown_cohort');
      const standing = meant(world, wish);
      if (standing.length === 0) return refuse('nobody');
      const concerned = new Set(standing.map(({ participationId }) => participationId));
      const places = world.places.filter(({ id }) => concerned.has(id));
      const move = { moveId, cohortId, act: ACTS[act], reason, places };
      await writeStates(deps, tx, actor, now, { move, standing, act });
      const kind = world.kinds.find(({ key }) => key === target.group.kind);
      return ok({ places: places.length, label: kind?.label ?? null });
    },
    WHOLE_COHORT_SECONDS,
  );
}
