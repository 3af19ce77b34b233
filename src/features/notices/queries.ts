import type { Db } from '../../platform/db/client.ts';

/** Undelivered notices of some cohorts (null: of all), newest first, at most `limit`, with the names of people they were for. */
export async function listUndelivered(db: Db, cohortIds: readonly string[] | null, limit: number) {
  const where = { state: 'failed', ...(cohortIds ? { cohortId: { in: [...cohortIds] } } : {}) };
  const [notices, total] = await Promise.all([
    db.notice.findMany({ where, orderBy: { createdAt: 'desc' }, take: limit }),
    db.notice.count({ where }),
  ]);
  const personIds = notices.filter((notice) => notice.targetKind === 'person').map((notice) => notice.target);
  const people = await db.person.findMany({ where: { id: { in: personIds } }, select: { id: true, name: true } });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return { total, rows: notices.map((notice) => ({ ...notice, personName: names.get(notice.target) ?? null })) };
}

export type Undelivered = Awaited<ReturnType<typeof listUndelivered>>;

export const countUndelivered = (db: Db, cohortIds: readonly string[] | null): Promise<number> =>
  db.notice.count({ where: { state: 'failed', ...(cohortIds ? { cohortId: { in: [...cohortIds] } } : {}) } });
