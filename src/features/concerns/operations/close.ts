import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { retell } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { requestById } from '../queries.ts';

export type CloseRefusal = 'only_staff' | 'closed_already';

/** Staff note what came of a private word; nothing is owed any more. Refuses others, and one that is closed. */
export async function close(
  deps: Deps,
  actor: Actor,
  now: Date,
  { requestId: id, note }: { readonly requestId: string; readonly note: string },
): Promise<Outcome<{ readonly organisation: string }, CloseRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requestById(tx, id);
    if (!row || !isStaff(actor, row.participation.cohortId)) return refuse('only_staff');
    const data = { closedAt: now, closedBy: actor.personId, closingNote: note };
    const closed = await tx.helpRequest.updateMany({ where: { id, closedAt: null }, data });
    if (closed.count === 0) return refuse('closed_already');
    const { cohortId, organisation } = row.participation;
    const line = { act: 'concerns.close', subject: 'help_request', subjectId: id, cohortId };
    await record(deps, tx, actor, now, { ...line, from: 'open', to: 'closed' });
    await retell(deps, tx, { key: `${NOTICES.raised}:${id}` });
    return ok({ organisation: organisation.name });
  });
}
