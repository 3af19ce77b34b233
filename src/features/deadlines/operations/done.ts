import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
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
