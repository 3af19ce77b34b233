import type { Db, Tx } from '../../../platform/db/client.ts';
import { OPEN_STATES } from '../../participations/public.ts';

/** The organisations of a cohort that an expert leads, with their consultations. */
export const ledIn = (db: Db | Tx, cohortId: string) =>
  db.assignment.findMany({
    where: { state: 'active', participation: { cohortId, state: { in: [...OPEN_STATES] } } },
    include: {
      participation: {
        select: { consultations: { select: { expertId: true, state: true, endsAt: true } } },
      },
    },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });

type Asked = { readonly participationId: string; readonly expertId: string; readonly since: Date };

/** Requests that wait for an answer. */
export async function requestsIn(db: Db | Tx, cohortId: string): Promise<readonly Asked[]> {
  const rows = await db.consultation.findMany({ where: { cohortId, state: 'requested' } });
  return rows.map(({ participationId, expertId, createdAt: since }) => ({ participationId, expertId, since }));
}

/** Wishes for a time, where none was free. */
export async function wishesIn(db: Db | Tx, cohortId: string): Promise<readonly Asked[]> {
  const rows = await db.waitEntry.findMany({ where: { cohortId, state: 'waiting' } });
  return rows.map(({ participationId, expertId, joinedAt: since }) => ({ participationId, expertId, since }));
}

/** Requests that ran out without an answer, after which nothing was booked. */
export const ignoredIn = (db: Db | Tx, cohortId: string): Promise<readonly Asked[]> =>
  db.$queryRaw<Asked[]>`
    SELECT c."participationId", c."expertId", c."createdAt" AS "since" FROM "Consultation" c
    WHERE c."cohortId" = ${cohortId}::uuid AND c."state" = 'expired'
      AND EXISTS (SELECT 1 FROM "JournalEntry" j
        WHERE j."subject" = 'consultation' AND j."subjectId" = c."id" AND j."act" = 'consultations.expire')
      AND NOT EXISTS (SELECT 1 FROM "Consultation" b WHERE b."participationId" = c."participationId"
        AND b."expertId" = c."expertId" AND b."bookedAt" > c."createdAt")`;

/** The last meetings that were booked, the newest first. */
export const lastOf = (db: Db | Tx, participationId: string, take: number) =>
  db.consultation.findMany({
    where: { participationId, state: { in: ['booked', 'held', 'not_held', 'no_show'] } },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take,
  });
