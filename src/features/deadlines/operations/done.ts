import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doer } from '../../journal/public.ts';
import { deadlineById, placeOf, standingOf } from '../queries/index.ts';
import { mayManage, next, owes, stateOf } from '../rules/index.ts';
import { lockDeadline } from './lock.ts';
import { kindsOf } from './world.ts';
import { writeStates } from './write.ts';

type DoneRefusal = 'not_yours' | 'already_done' | 'removed';

/**
 * Whoever owes it says that it is done; staff may say it for them (R2). A second press is refused with the state that is
 * there. Staff may open it again. `channelId` is where the person is.
 */
export async function reportDone(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
  channelId: string | null,
): Promise<Outcome<true, DoneRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    await lockDeadline(tx, id);
    const row = await deadlineById(tx, id);
    if (!row) return refuse('not_yours');
    const { participation, cohortId } = row;
    const kind = kindsOf(participation.cohort).find(({ key }) => key === row.kind);
    const isOwner = kind !== undefined && owes(actor, placeOf(participation), kind.owes, channelId);
    if (!isOwner && !mayManage(actor, cohortId)) return refuse('not_yours');
    const state = stateOf(row.state);
    if (!next(state, 'finish')) return refuse(state === 'done' ? 'already_done' : 'removed');
    const places = [{ id: participation.id, channelId: participation.channelId }];
    const own = { moveId: deps.ids.next(), cohortId, act: 'deadlines.done', reason: null, places };
    const behalf = { act: 'deadlines.done_on_behalf', onBehalfOf: participation.organisationId };
    const move = isOwner ? own : { ...own, ...behalf };
    await writeStates(deps, tx, actor, now, { move, standing: [standingOf(row)], act: 'finish' });
    return ok(true);
  });
}

/**
 * What a place owed by a deadline of this kind is done by another act: it is finished with it, in its transaction. Nothing
 * happens where no such deadline is open.
 */
export async function finishDeadline(
  deps: Deps,
  tx: Tx,
  doer: Doer,
  now: Date,
  { participationId, kind }: { readonly participationId: string; readonly kind: string },
): Promise<void> {
  const found = await tx.deadline.findUnique({ where: { participationId_kind: { participationId, kind } } });
  if (!found) return;
  await lockDeadline(tx, found.id);
  const row = await deadlineById(tx, found.id);
  if (!row || !next(stateOf(row.state), 'finish')) return;
  const { participation, cohortId } = row;
  const places = [{ id: participation.id, channelId: participation.channelId }];
  const move = { moveId: deps.ids.next(), cohortId, act: 'deadlines.done_by_act', reason: null, places };
  await writeStates(deps, tx, doer, now, { move, standing: [standingOf(row)], act: 'finish' });
}
