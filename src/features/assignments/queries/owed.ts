import type { Db, Tx } from '../../../platform/db/client.ts';

const cohort = { cohort: true } as const;

/** Assignments with what decides who owes an answer. */
export const assignmentsAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.assignment.findMany({ where: { id: { in: [...ids] } }, include: { participation: { include: cohort } } });

/** Who is active at these places. */
export const activeAmong = (db: Db | Tx, participationIds: readonly string[]) =>
  db.assignment.findMany({
    where: { participationId: { in: [...participationIds] }, state: 'active' },
    select: { participationId: true, expertId: true },
  });

/** Places with what decides whether somebody must be found for them. */
export const placesAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.participation.findMany({
    where: { id: { in: [...ids] } },
    include: {
      ...cohort,
      assignments: { select: { state: true } },
      handOvers: { where: { state: 'open' }, select: { id: true } },
    },
  });

/** The places that these assignments are about. */
export async function placesOfAssignments(db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.assignment.findMany({
    where: { id: { in: [...ids] } },
    select: { participationId: true },
    distinct: ['participationId'],
  });
  return rows.map((row) => row.participationId);
}

export const allAssignments = async (db: Db): Promise<readonly string[]> =>
  (await db.assignment.findMany({ select: { id: true } })).map(({ id }) => id);

export const allPlaces = async (db: Db): Promise<readonly string[]> =>
  (await db.participation.findMany({ select: { id: true } })).map(({ id }) => id);

/** Names for lists of matters: what the organisations and cohorts of these places are called. */
export const namesOfPlaces = (db: Db | Tx, ids: readonly string[]) =>
  db.participation.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, organisation: { select: { name: true, town: true } }, cohort: { select: { name: true } } },
  });

/** The places that these hand-overs are about. */
export async function placesOfHandOvers(db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.handOver.findMany({ where: { id: { in: [...ids] } }, select: { participationId: true } });
  return rows.map((row) => row.participationId);
}
