import type { Db, Tx } from '../../../platform/db/client.ts';

const withAll = { expert: true, participation: { include: { cohort: true, organisation: true } } } as const;

/** An assignment with its expert, place, cohort and organisation; null when there is none. */
export const assignmentById = (db: Db | Tx, id: string) =>
  db.assignment.findUnique({ where: { id }, include: withAll });

export type AssignmentRow = NonNullable<Awaited<ReturnType<typeof assignmentById>>>;

/** What an expert leads now. */
export const ledBy = (db: Db, expertId: string) =>
  db.assignment.findMany({
    where: { expertId, state: 'active' },
    include: withAll,
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });

/** The active expert of a place, or null. */
export const activeOf = (db: Db | Tx, participationId: string) =>
  db.assignment.findFirst({ where: { participationId, state: 'active' }, include: { expert: true } });

const LED = ['active', 'replaced', 'ended'];

/** Who led a place at a moment, or null. */
export async function ledAt(db: Db | Tx, participationId: string, at: Date): Promise<string | null> {
  const led = await db.assignment.findFirst({
    where: {
      ...{ participationId, state: { in: LED }, answeredAt: { lt: at } },
      OR: [{ endedAt: null }, { endedAt: { gte: at } }],
    },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    select: { expertId: true },
  });
  return led?.expertId ?? null;
}

/** Whether somebody led a place that passed to others since. */
export const isFormer = async (db: Db | Tx, participationId: string, expertId: string): Promise<boolean> =>
  (await db.assignment.count({ where: { participationId, expertId, state: 'replaced' } })) > 0;

/** Accepted assignments whose organisation could not be told yet and now can: its channel stands. */
export const unannounced = (db: Db) =>
  db.assignment.findMany({
    where: { state: 'active', announcedAt: null, participation: { channelId: { not: null } } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: 100,
  });
