import type { Prisma } from '../../../platform/db/generated/client.ts';
import { record } from '../../journal/public.ts';
import type { EntryRow } from '../queries/index.ts';
import type { Act } from './act.ts';

type Line = { readonly act: string; readonly from?: string; readonly to: string; readonly onBehalfOf?: string | null };

/** Writes what became of a place in a queue (R1). */
export const noteEntry = ({ deps, tx, doer, now }: Act, entry: Pick<EntryRow, 'id' | 'cohortId'>, line: Line) =>
  record(deps, tx, doer, now, { ...line, subject: 'wait_entry', subjectId: entry.id, cohortId: entry.cohortId });

type Change = { readonly state: string } & Omit<Prisma.WaitEntryUncheckedUpdateManyInput, 'state'>;

/** Changes the places in queues that are so, each with its line in the journal; how many there were. */
export async function changeEntries(
  act: Act,
  where: Prisma.WaitEntryWhereInput,
  change: Change,
  verb: string,
): Promise<number> {
  const data = { ...change, version: { increment: 1 } };
  const changed = await act.tx.waitEntry.updateManyAndReturn({ where, data, select: { id: true, cohortId: true } });
  for (const entry of changed) await noteEntry(act, entry, { act: verb, to: change.state });
  return changed.length;
}
