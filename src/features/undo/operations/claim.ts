import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { WaitingAct } from '../../../platform/db/generated/client.ts';
import { type ActState, stateOf } from '../rules.ts';

/** Holds an act that still waits, unless another process or a click has it in hand: then it is not ours to do. */
export async function claimDue(tx: Tx, id: string): Promise<WaitingAct | null> {
  const [row] = await tx.$queryRaw<WaitingAct[]>`
    SELECT * FROM "WaitingAct" WHERE "id" = ${id}::uuid AND "state" = 'waiting' FOR UPDATE SKIP LOCKED`;
  return row ?? null;
}

/** Why nothing can be done with it any more: the state that it is in by now. */
export type Over = `is_${Exclude<ActState, 'waiting'>}`;

/** Holds an act for a member of its cohort's staff, in whatever state; the same refusal for one that does not exist. */
export async function holdForStaff(tx: Tx, actor: Actor, id: string): Promise<Outcome<WaitingAct, 'not_allowed'>> {
  if (!isStaff(actor)) return refuse('not_allowed');
  const [row] = await tx.$queryRaw<WaitingAct[]>`SELECT * FROM "WaitingAct" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return row && isStaff(actor, row.cohortId) ? ok(row) : refuse('not_allowed');
}

/** The same for an act that still waits: whoever comes second sees what the first made of it (R4). */
export async function holdWaiting(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Outcome<WaitingAct, 'not_allowed' | Over>> {
  const held = await holdForStaff(tx, actor, id);
  if (!held.ok) return held;
  const state = stateOf(held.value.state);
  return state === 'waiting' ? held : refuse(`is_${state}`);
}
