import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type AssignmentRow, assignmentById, unannounced } from '../queries/index.ts';

/** Tells the organisation in its channel who its expert is, once (CO-9). Without a channel it is told when there is one. */
export async function announce(deps: Deps, tx: Tx, assignmentId: string, at: Date): Promise<void> {
  const row = await assignmentById(tx, assignmentId);
  const channel = row?.participation.channelId;
  if (!channel) return;
  const where = { id: assignmentId, state: 'active', announcedAt: null };
  const first = await tx.assignment.updateMany({ where, data: { announcedAt: at } });
  if (first.count === 0) return;
  const { accepted: kind } = NOTICES;
  const { cohortId } = row.participation;
  await notify(deps, tx, {
    kind,
    params: { assignmentId },
    to: { channel },
    key: `${kind}:${assignmentId}`,
    at,
    cohortId,
  });
}

/** Tells the organisations whose channel came after their expert had said yes. */
export async function announceDue(deps: Deps, now: Date): Promise<void> {
  for (const { id } of await unannounced(deps.db)) await inTransaction(deps.db, (tx) => announce(deps, tx, id, now));
}

/** Tells staff how the expert answered. */
export async function tellStaff(deps: Deps, tx: Tx, row: AssignmentRow, at: Date): Promise<void> {
  const { answered: kind } = NOTICES;
  const { cohortId } = row.participation;
  await notify(deps, tx, {
    kind,
    params: { assignmentId: row.id },
    to: { staffOf: cohortId },
    key: `${kind}:${row.id}`,
    at,
  });
}
