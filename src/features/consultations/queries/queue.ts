import type { Db, Tx } from '../../../platform/db/client.ts';

const withPlace = {
  participation: { include: { cohort: true, organisation: true, assignments: { where: { state: 'active' } } } },
  expert: true,
  consultation: true,
} as const;

/** A place in the queue with its organisation, its expert and the time offered; null when there is none. */
export const entryById = (db: Db | Tx, id: string) => db.waitEntry.findUnique({ where: { id }, include: withPlace });

/** Whose place in the queue this time is held for, or null. */
export const entryOffered = (db: Db | Tx, consultationId: string) =>
  db.waitEntry.findUnique({ where: { consultationId }, include: withPlace });

export type EntryRow = NonNullable<Awaited<ReturnType<typeof entryById>>>;

/** Those who wait for a time of an expert, in their order. */
export const waitingFor = (db: Db | Tx, expertId: string) =>
  db.waitEntry.findMany({
    where: { expertId, state: 'waiting' },
    include: withPlace,
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
  });

/** The place of an organisation in an expert's queue, while it has one. */
export const openEntryOf = (db: Db | Tx, participationId: string, expertId: string) =>
  db.waitEntry.findFirst({
    where: { participationId, expertId, state: { in: ['waiting', 'offered'] } },
    include: withPlace,
  });

/** Experts for whom somebody waits. */
export async function awaitedExperts(db: Db | Tx): Promise<readonly string[]> {
  const rows = await db.waitEntry.findMany({
    where: { state: 'waiting' },
    select: { expertId: true },
    distinct: ['expertId'],
  });
  return rows.map(({ expertId }) => expertId);
}
