import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { changeWaiting, type OutboxAct, type Waiting } from '../../notices/public.ts';
import { messageIdOf, noteStaffSay, writeAhead } from '../../obligations/public.ts';
import type { RowRef } from '../ids.ts';

export type OutboxRefusal = 'not_allowed' | 'already_sent' | 'changed_meanwhile';

/** What staff do with one row. `words`: for `reword`, plain and at most what Slack takes as one paragraph. */
export type RowAct = {
  readonly cohortId: string;
  readonly row: RowRef;
  readonly act: OutboxAct;
  readonly words?: string;
};

/** The notice of a row; what the planner only foresees is written down first, so that it is never said twice. */
async function standing(deps: Deps, tx: Tx, { cohortId, row }: RowAct, now: Date): Promise<Waiting | null> {
  if ('print' in row) return writeAhead(deps, tx, cohortId, { ...row, at: new Date(row.at) }, now);
  const found = await tx.notice.findFirst({ where: { id: row.id, cohortId }, select: { id: true } });
  return found && { id: row.id, version: row.version };
}

/**
 * What the planner is told of a reminder that staff have got hold of. One that is sent now keeps its moment there, so
 * that nothing else changes: what it would have made needless then stays so.
 */
async function tellPlanner(tx: Tx, messageId: string, act: OutboxAct, dueAt: Date, now: Date): Promise<void> {
  if (act === 'hold' || act === 'cancel') await noteStaffSay(tx, messageId, 'withheld');
  if (act === 'hurry') await noteStaffSay(tx, messageId, 'now');
  if (act === 'resume') await noteStaffSay(tx, messageId, null, dueAt > now ? dueAt : now);
}

/**
 * Holds back, lets go, cancels, sends now or puts into other words what waits in a cohort's outbox. Refuses people who
 * are not its staff, what is said already or being said, and what has changed since they looked.
 */
export async function actOnRow(
  deps: Deps,
  actor: Actor,
  now: Date,
  asked: RowAct,
): Promise<Outcome<true, OutboxRefusal>> {
  const { cohortId, act, words = null } = asked;
  if (!isStaff(actor, cohortId)) return refuse('not_allowed');
  return inTransaction(deps.db, async (tx) => {
    const seen = await standing(deps, tx, asked, now);
    if (!seen) return refuse('changed_meanwhile');
    const outcome = await changeWaiting(deps, tx, { id: seen.id, version: seen.version }, act, { now, words });
    if (!outcome.ok) return outcome;
    const { kind, dueAt, state } = outcome.value;
    const messageId = messageIdOf(outcome.value);
    if (messageId !== null) await tellPlanner(tx, messageId, act, dueAt, now);
    await record(deps, tx, actor, now, {
      ...{ act: `outbox.${act}`, subject: 'notice', subjectId: seen.id, cohortId, to: state },
      detail: { kind },
    });
    return ok(true);
  });
}
