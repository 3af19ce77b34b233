import type { Db, Tx } from '../../../platform/db/client.ts';

const withPlace = { participation: { include: { cohort: true, organisation: true } } } as const;

/** A hand-over with its place, cohort and organisation; null when there is none. */
export const handOverById = (db: Db | Tx, id: string) => db.handOver.findUnique({ where: { id }, include: withPlace });

export type HandOverRow = NonNullable<Awaited<ReturnType<typeof handOverById>>>;

/** The hand-over of a place that is under way, or null. */
export const openHandOver = (db: Db | Tx, participationId: string) =>
  db.handOver.findFirst({ where: { participationId, state: 'open' }, include: withPlace });

/** The hand-over that this assignment came of, or null. */
export const handOverTo = (db: Db | Tx, assignmentId: string) =>
  db.handOver.findFirst({ where: { successorId: assignmentId }, include: withPlace });

/** Hand-overs whose former expert leads until a day at the latest. */
export const datedHandOvers = (db: Db) =>
  db.handOver.findMany({
    where: { state: 'open', leftAt: null, lastOn: { not: null } },
    select: { id: true, lastOn: true },
    orderBy: { id: 'asc' },
  });
