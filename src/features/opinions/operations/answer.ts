import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/feature.ts';
import { NOTICES } from '../ids.ts';
import { type OpinionRow, opinionOfTask, standingOf } from '../queries/index.ts';
import { sideOf } from '../rules/index.ts';
import { conclude, lockOpinion, tell } from './act.ts';

export type AnswerRefusal =
  | 'not_yours'
  | 'not_released'
  | 'not_newest'
  | 'already_read'
  | 'already_reacted'
  | 'already_done';

/** A released opinion, for the organisation it is about. */
async function released(
  doing: Doing,
  opinionId: string,
  channelId: string | null,
): Promise<Outcome<OpinionRow, AnswerRefusal>> {
  const row = await lockOpinion(doing, opinionId);
  if (!row || sideOf(doing.actor, standingOf(row), channelId) !== 'organisation') return refuse('not_yours');
  return row.number > 0 ? ok(row) : refuse('not_released');
}

/** The organisation says that it has read the newest version; once for each version. */
export const confirmReading = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { opinionId, number }: { readonly opinionId: string; readonly number: number },
  channelId: string | null,
): Promise<Outcome<true, AnswerRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const found = await released(doing, opinionId, channelId);
    if (!found.ok) return found;
    const row = found.value;
    if (row.number !== number) return refuse('not_newest');
    if (row.readAt) return refuse('already_read');
    await tx.opinion.update({ where: { id: opinionId }, data: { readAt: now, readBy: actor.personId } });
    await conclude(doing, row, { act: 'read', detail: { number } });
    return ok(true);
  });

export type Reaction = { readonly opinionId: string; readonly kind: 'comment' | 'question'; readonly text: string };

/** The organisation comments or asks, once (OR-8): the writer, whoever leads it now and staff hear of it. */
export const react = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { opinionId, kind, text }: Reaction,
  channelId: string | null,
): Promise<Outcome<true, AnswerRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const found = await released(doing, opinionId, channelId);
    if (!found.ok) return found;
    const row = found.value;
    if (row.reaction !== null) return refuse('already_reacted');
    const said = { reactionKind: kind, reaction: text, reactedAt: now, reactedBy: actor.personId };
    await tx.opinion.update({ where: { id: opinionId }, data: said });
    await conclude(doing, row, { act: 'react', detail: { kind } });
    const people = new Set([row.writerId, standingOf(row).expertId].filter((id) => id !== null));
    const to = [{ staffOf: row.cohortId }, ...[...people].map((person) => ({ person }))];
    await tell(
      doing,
      row,
      to.map((one) => ({ kind: NOTICES.reaction, to: one })),
    );
    return ok(true);
  });

/** The organisation has done what was recommended. */
export const finishTask = (
  deps: Deps,
  actor: Actor,
  now: Date,
  taskId: string,
  channelId: string | null,
): Promise<Outcome<true, AnswerRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const of = await opinionOfTask(tx, taskId);
    const found = of ? await released(doing, of.id, channelId) : refuse('not_yours');
    if (!found.ok) return found;
    const data = { state: 'done', doneAt: now, doneBy: actor.personId };
    const { count } = await tx.opinionTask.updateMany({ where: { id: taskId, state: 'open' }, data });
    if (count === 0) return refuse('already_done');
    await conclude(doing, found.value, { act: 'finish_task', detail: { taskId } });
    return ok(true);
  });
