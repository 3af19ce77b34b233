import type { Db, Tx } from '../../../platform/db/client.ts';

/** A wish for more time with its deadline and place; null when there is none. */
export const requestById = (db: Db | Tx, id: string) =>
  db.timeRequest.findUnique({
    where: { id },
    include: {
      deadline: {
        include: {
          participation: {
            include: {
              cohort: true,
              organisation: true,
              assignments: { where: { state: 'active' }, select: { expertId: true } },
            },
          },
        },
      },
    },
  });

export type RequestRow = NonNullable<Awaited<ReturnType<typeof requestById>>>;

/** The wishes of a cohort that wait for an answer, the oldest first. */
export const openRequests = (db: Db, cohortId: string) =>
  db.timeRequest.findMany({
    where: { state: 'open', deadline: { cohortId } },
    include: { deadline: { include: { participation: { include: { organisation: true } } } } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });

/** The date that staff or the rule gave last: the base from which policy counts its days. */
export async function givenOn(db: Db | Tx, deadlineId: string, otherwise: string): Promise<string> {
  const last = await db.deadlineChange.findFirst({
    where: { deadlineId, toOn: { not: null }, origin: { not: 'policy' }, act: { in: ['set', 'moved'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return last?.toOn ?? otherwise;
}

/** The wishes that wait at these places. */
export const openRequestsOfPlaces = (db: Db, participationIds: readonly string[]) =>
  db.timeRequest.findMany({
    where: { state: 'open', deadline: { participationId: { in: [...participationIds] } } },
  });
