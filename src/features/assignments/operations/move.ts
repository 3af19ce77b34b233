import type { Actor } from '../../../core/actor.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { retell } from '../../notices/public.ts';
import { proposedKey } from '../ids.ts';
import type { AssignmentRow } from '../queries/index.ts';
import { type AssignmentState, stateOf } from '../rules/index.ts';

export type Move = {
  readonly act: string;
  readonly to: AssignmentState;
  readonly reason?: string | null;
  readonly data?: Parameters<Tx['assignment']['updateMany']>[0]['data'];
};

/**
 * Writes a step of the state machine and its journal line; the question to the expert says how it ended. False
 * when the row changed since it was read (R4).
 */
export async function move(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  now: Date,
  { row, step }: { readonly row: AssignmentRow; readonly step: Move },
): Promise<boolean> {
  const where = { id: row.id, version: row.version, state: row.state };
  const data = { ...step.data, state: step.to, version: { increment: 1 } };
  const moved = await tx.assignment.updateMany({ where, data });
  if (moved.count === 0) return false;
  await record(deps, tx, actor, now, {
    act: step.act,
    subject: 'assignment',
    subjectId: row.id,
    cohortId: row.participation.cohortId,
    from: stateOf(row.state),
    to: step.to,
    reason: step.reason ?? null,
    detail: { participationId: row.participationId, expertId: row.expertId },
  });
  if (row.state === 'proposed') await retell(deps, tx, { key: proposedKey(row.id) });
  return true;
}
