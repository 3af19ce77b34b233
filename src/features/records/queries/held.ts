import type { Db, Tx } from '../../../platform/db/client.ts';

type Whose = { readonly expertId: string } | { readonly cohortId: string };

/** What counts for settlement: meetings that took place, in order of time (ME-10). */
export const heldOf = (db: Db, whose: Whose) =>
  db.consultation.findMany({
    where: { ...whose, state: 'held' },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: {
      expert: { select: { name: true } },
      participation: { include: { cohort: { select: { name: true } }, organisation: { select: { name: true } } } },
      card: { select: { state: true, number: true, versions: { orderBy: { number: 'desc' }, take: 1 } } },
    },
  });

export type HeldRow = Awaited<ReturnType<typeof heldOf>>[number];

/** Whether this person has held a meeting, or has one booked. */
export const hasMeetings = async (db: Db, expertId: string): Promise<boolean> =>
  (await db.consultation.count({ where: { expertId, state: { in: ['held', 'booked'] } }, take: 1 })) > 0;

/** The last card of an organisation's place that was sent, not of a meeting that nobody had; null when there is none. */
export const lastCard = (db: Db | Tx, participationId: string) =>
  db.cardVersion.findFirst({
    where: {
      minutes: { gt: 0 },
      card: { consultation: { participationId, state: { in: ['booked', 'held'] } } },
    },
    orderBy: { writtenAt: 'desc' },
  });

/** Meetings of a cohort whose card is not written, in order of time. */
export const withoutCard = (db: Db | Tx, cohortId: string, now: Date) =>
  db.consultation.findMany({
    where: {
      cohortId,
      state: { in: ['booked', 'held'] },
      endsAt: { lte: now },
      OR: [{ card: null }, { card: { number: 0 } }],
    },
    include: { tookPlace: true, participation: { include: { cohort: true } } },
    orderBy: { endsAt: 'asc' },
  });
