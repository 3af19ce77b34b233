import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doer } from '../../journal/public.ts';
import { type DeadlineRow, deadlineById, lastMoveOf, placeOf, standingOf } from '../queries/index.ts';
import { mayManage, next, owes, stateOf } from '../rules/index.ts';
import { lockDeadline } from './lock.ts';
import { kindsOf } from './world.ts';
import { type Move, writeStates } from './write.ts';

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
    const own = moveOf(deps, row, 'deadlines.done');
    const behalf = { act: 'deadlines.done_on_behalf', onBehalfOf: participation.organisationId };
    const move = isOwner ? own : { ...own, ...behalf };
    await writeStates(deps, tx, actor, now, { move, standing: [standingOf(row)], act: 'finish' });
    return ok(true);
  });
}

type Of = { readonly participationId: string; readonly kind: string };

/** The deadline of a kind at a place, held; null: there was none. */
async function heldOf(tx: Tx, participationId_kind: Of): Promise<DeadlineRow | null> {
  const found = await tx.deadline.findUnique({ where: { participationId_kind }, select: { id: true } });
  if (!found) return null;
  await lockDeadline(tx, found.id);
  return deadlineById(tx, found.id);
}

const BY_ACT = 'deadlines.done_by_act';

const moveOf = (deps: Deps, { participation, cohortId }: DeadlineRow, act: string): Move => {
  const places = [{ id: participation.id, channelId: participation.channelId }];
  return { moveId: deps.ids.next(), cohortId, act, reason: null, places };
};

/**
 * What a place owed by a deadline of this kind is done by another act: it is finished with it, in its transaction. Nothing
 * happens where no such deadline is open.
 */
export async function finishDeadline(deps: Deps, tx: Tx, doer: Doer, now: Date, of: Of): Promise<void> {
  const row = await heldOf(tx, of);
  if (!row || !next(stateOf(row.state), 'finish')) return;
  const move = moveOf(deps, row, BY_ACT);
  await writeStates(deps, tx, doer, now, { move, standing: [standingOf(row)], act: 'finish' });
}

/**
 * The act by which a deadline of this kind was finished turns out not to hold: it is open again, in its transaction and
 * without a word. One that somebody said was done stays done.
 */
export async function reopenDeadline(deps: Deps, tx: Tx, doer: Doer, now: Date, of: Of): Promise<void> {
  const row = await heldOf(tx, of);
  if (!row || !next(stateOf(row.state), 'reopen')) return;
  const last = await lastMoveOf(tx, row.id);
  const isByAct = await tx.journalEntry.count({ where: { subject: 'deadline_move', subjectId: last, act: BY_ACT } });
  if (isByAct === 0) return;
  const move = moveOf(deps, row, 'deadlines.taken_back');
  await writeStates(deps, tx, doer, now, { move, standing: [standingOf(row)], act: 'take_back' });
}
