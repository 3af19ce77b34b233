import type { Db, Tx } from '../../../platform/db/client.ts';

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
const onlyId = { select: { id: true } } as const;

/** Gives rows their cohorts, each read once: its definition is long, and many rows have the same. */
async function withCohorts<R extends { readonly cohortId: string }>(db: Db | Tx, rows: readonly R[]) {
  const ids = [...new Set(rows.map(({ cohortId }) => cohortId))];
  const cohorts = new Map((await db.cohort.findMany({ where: { id: { in: ids } } })).map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const cohort = cohorts.get(row.cohortId);
    return cohort ? [{ ...row, cohort }] : [];
  });
}

/** Deadlines with all that decides who owes something for them. */
export const deadlinesAmong = async (db: Db | Tx, ids: readonly string[]) =>
  withCohorts(
    db,
    await db.deadline.findMany({
      where: { id: { in: [...ids] } },
      include: {
        participation: { include: { assignments: { where: { state: 'active' }, select: { expertId: true } } } },
        requests: { where: { state: 'open' }, select: { id: true } },
      },
    }),
  );

export const allDeadlines = async (db: Db): Promise<readonly string[]> => idsOf(await db.deadline.findMany(onlyId));

/** The deadlines that these moves changed. */
export async function deadlinesOfMoves(db: Db | Tx, moveIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.deadlineChange.findMany({
    where: { moveId: { in: [...moveIds] }, deadlineId: { not: null } },
    select: { deadlineId: true },
  });
  return [...new Set(rows.flatMap(({ deadlineId }) => deadlineId ?? []))];
}

/** The deadlines of these places. */
export const deadlineIdsOfPlaces = async (db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> =>
  idsOf(await db.deadline.findMany({ where: { participationId: { in: [...ids] } }, ...onlyId }));

/** The deadlines of the places to which these assignments belong. */
export const deadlinesOfAssignments = async (db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> =>
  idsOf(
    await db.deadline.findMany({
      where: { participation: { assignments: { some: { id: { in: [...ids] } } } } },
      ...onlyId,
    }),
  );

/** What lists of matters say of deadlines. */
export const namesOfDeadlines = async (db: Db, ids: readonly string[]) =>
  withCohorts(
    db,
    await db.deadline.findMany({
      where: { id: { in: [...ids] } },
      include: {
        participation: { select: { organisation: { select: { name: true } } } },
        requests: { where: { state: 'open' } },
      },
    }),
  );
