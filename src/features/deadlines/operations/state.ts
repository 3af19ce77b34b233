import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doing } from '../../../platform/feature.ts';
import type { Doer } from '../../journal/public.ts';
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
  /** What was seen when it was asked for; anything else is not changed unseen. */
  readonly seen?: string;
};

export type StateRefusal = 'not_allowed' | 'unknown_cohort' | 'nobody' | 'reason_missing' | 'changed_meanwhile';

/** The deadlines meant whose state allows the act. */
function meant(world: CohortWorld, { target, scope, act }: StateWish): readonly Standing[] {
  const ids = new Set(placesIn(world, target, scope).map(({ id }) => id));
  return world.standing.filter(
    (one) => one.kind === target.group.kind && ids.has(one.participationId) && next(one.state, act) !== null,
  );
}

const ACTS = { finish: 'deadlines.finish', reopen: 'deadlines.reopen', remove: 'deadlines.remove' } as const;

export type StatePreview = {
  readonly world: CohortWorld;
  readonly standing: readonly Standing[];
  readonly places: CohortWorld['places'];
  /** Names exactly what it is about: which deadlines, as they stand. */
  readonly seen: string;
};

const nameOf = (standing: readonly Standing[]): string => {
  const facts = standing.map(({ id, version }) => `${id} ${version}`).sort();
  return createHash('sha256').update(facts.join()).digest('hex').slice(0, 24);
};

/**
 * What an act on states would change; nothing is written. Refuses as `changeStates` does, and with `changed_meanwhile`
 * when that is not what was seen before (R4). The bot looks at it for the words only.
 */
export async function previewStates(
  db: Db | Tx,
  doer: Doer,
  wish: StateWish,
): Promise<Outcome<StatePreview, StateRefusal>> {
  const { target, act, reason } = wish;
  if (doer !== 'bot' && !mayManage(doer, target.cohortId)) return refuse('not_allowed');
  if (act === 'remove' && reason === null) return refuse('reason_missing');
  const world = await worldOf(db, target.cohortId);
  if (!world) return refuse('unknown_cohort');
  const standing = meant(world, wish);
  if (standing.length === 0) return refuse('nobody');
  const seen = nameOf(standing);
  if (wish.seen !== undefined && wish.seen !== seen) return refuse('changed_meanwhile');
  const concerned = new Set(standing.map(({ participationId }) => participationId));
  return ok({ world, standing, seen, places: world.places.filter(({ id }) => concerned.has(id)) });
}

/** The act in a transaction at hand. */
export async function changeStatesIn(doing: Doing, wish: StateWish): Promise<Outcome<Done, StateRefusal>> {
  const { deps, tx, actor, now } = doing;
  const { moveId, act, target, reason } = wish;
  const { cohortId } = target;
  if (!mayManage(actor, cohortId)) return refuse('not_allowed');
  await lockCohort(tx, cohortId);
  if (await wasMoved(tx, moveId)) return ok({ places: 0, label: null });
  const prepared = await previewStates(tx, actor, wish);
  if (!prepared.ok) return prepared;
  const { world, standing, places } = prepared.value;
  const move = { moveId, cohortId, act: ACTS[act], reason, places };
  await writeStates(deps, tx, actor, now, { move, standing, act });
  const kind = world.kinds.find(({ key }) => key === target.group.kind);
  return ok({ places: places.length, label: kind?.label ?? null });
}

/**
 * Staff mark deadlines as done, open them again, or take them away, for one, some or all organisations. Taking away needs
 * a reason. What is done, open or gone already is left as it is; when nothing is left to change it is refused as `nobody`.
 */
export const changeStates = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: StateWish,
): Promise<Outcome<Done, StateRefusal>> =>
  inTransaction(deps.db, (tx) => changeStatesIn({ deps, tx, actor, now }, wish), WHOLE_COHORT_SECONDS);
