import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Obligation } from '../../../platform/db/generated/client.ts';
import { NOTICES } from '../ids.ts';
import { nearestFirst, openAt } from './open.ts';

/** Everything that anybody owes in a cohort; the nearest first. */
export const openOfCohort = (db: Db | Tx, cohortId: string, now: Date): Promise<readonly Obligation[]> =>
  db.obligation.findMany({ where: { AND: [openAt(now), { cohortId }] }, orderBy: nearestFirst });

/** The cohorts in which anybody owes anything, or will. */
export async function cohortsWithOpen(db: Db): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Cohort" c
    WHERE EXISTS (SELECT 1 FROM "Obligation" o WHERE o."cohortId" = c."id" AND o."closedAt" IS NULL)`;
  return rows.map(({ id }) => id);
}

/** The cohorts whose digest of a week is not written yet; asked every minute, so no definition is read for it. */
export async function cohortsWithoutDigest(db: Db, week: string): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Cohort" c WHERE NOT EXISTS (
      SELECT 1 FROM "Notice" n WHERE n."key" = ${`${NOTICES.digest}:`} || c."id"::text || ${`:${week}`})`;
  return rows.map(({ id }) => id);
}

type Owing = Pick<Obligation, 'id' | 'ownerKind' | 'ownerId'>;

/** The names of those who owe these matters, by the matter's id; staff have none. */
export async function ownerNames(db: Db, rows: readonly Owing[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string) => [...new Set(rows.flatMap((row) => (row.ownerKind === kind ? [row.ownerId] : [])))];
  const select = { id: true, name: true } as const;
  const [people, organisations] = await Promise.all([
    db.person.findMany({ where: { id: { in: idsOf('person') } }, select }),
    db.organisation.findMany({ where: { id: { in: idsOf('organisation') } }, select }),
  ]);
  const names = new Map([...people, ...organisations].map(({ id, name }) => [id, name]));
  return new Map(
    rows.flatMap(({ id, ownerId }) => {
      const name = names.get(ownerId);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}
