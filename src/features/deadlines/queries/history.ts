import type { Db, Tx } from '../../../platform/db/client.ts';
import { findPeople } from '../../people/public.ts';

/** The steps of a deadline or a call's closing, the newest first, with the names of who made them. */
export async function historyOf(db: Db, of: { readonly deadlineId: string } | { readonly callId: string }) {
  const changes = await db.deadlineChange.findMany({ where: of, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  const people = await findPeople(db, [...new Set(changes.flatMap(({ personId }) => personId ?? []))]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return changes.map((change) => ({ ...change, person: names.get(change.personId ?? '') ?? null }));
}

export type HistoryRow = Awaited<ReturnType<typeof historyOf>>[number];

/** The steps of one move at one place, with the deadlines as they stand now. */
export async function changesAt(db: Db | Tx, moveId: string, participationId: string) {
  const deadlines = await db.deadline.findMany({ where: { participationId } });
  const changes = await db.deadlineChange.findMany({
    where: { moveId, deadlineId: { in: deadlines.map(({ id }) => id) } },
    orderBy: [{ toOn: 'asc' }, { id: 'asc' }],
  });
  return changes.flatMap((change) => {
    const deadline = deadlines.find(({ id }) => id === change.deadlineId);
    return deadline ? [{ change, deadline }] : [];
  });
}

/** Whether this move was made already: the same form sent twice is one act (R3). */
export const wasMoved = async (db: Db | Tx, moveId: string): Promise<boolean> =>
  (await db.deadlineChange.findFirst({ where: { moveId }, select: { id: true } })) !== null;

/** The newest move of a deadline; `''` when it never changed. */
export const lastMoveOf = async (db: Db | Tx, deadlineId: string): Promise<string> => {
  const orderBy = [{ at: 'desc' }, { id: 'desc' }] as const;
  return (await db.deadlineChange.findFirst({ where: { deadlineId }, orderBy: [...orderBy] }))?.moveId ?? '';
};

/** The organisations that a move concerned, by place, in the order of their names. */
export async function placesOfMove(
  db: Db | Tx,
  moveId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const changes = await db.deadlineChange.findMany({ where: { moveId }, select: { deadlineId: true } });
  const places = await db.participation.findMany({
    where: { deadlines: { some: { id: { in: changes.flatMap(({ deadlineId }) => deadlineId ?? []) } } } },
    select: { id: true, organisation: { select: { name: true } } },
    orderBy: [{ organisation: { name: 'asc' } }, { id: 'asc' }],
  });
  return places.map(({ id, organisation }) => ({ id, name: organisation.name }));
}
