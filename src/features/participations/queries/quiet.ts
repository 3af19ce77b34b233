import type { Db } from '../../../platform/db/client.ts';
import { OPEN_STATES } from '../rules/index.ts';

/**
 * The names of a cohort's organisations of which nobody has heard since a moment: nothing was done with their place,
 * its dates or its expert by anybody, and nothing by the people who represent them. What the bot does is no sign of life.
 */
export async function quietPlaces(db: Db, cohortId: string, since: Date): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    WITH place AS (
      SELECT p."id", p."organisationId", o."name" FROM "Participation" p
      JOIN "Organisation" o ON o."id" = p."organisationId"
      WHERE p."cohortId" = ${cohortId}::uuid AND p."state" = ANY(${[...OPEN_STATES]}) AND p."createdAt" < ${since}::timestamptz),
    moved AS (
      SELECT "subjectId", "personId" FROM "JournalEntry"
      WHERE "cohortId" = ${cohortId}::uuid AND "at" >= ${since}::timestamptz AND "personId" IS NOT NULL)
    SELECT p."name" FROM place p
    WHERE NOT EXISTS (SELECT 1 FROM moved m WHERE m."subjectId" = p."id")
      AND NOT EXISTS (SELECT 1 FROM moved m JOIN "Deadline" d ON d."id" = m."subjectId" WHERE d."participationId" = p."id")
      AND NOT EXISTS (SELECT 1 FROM moved m JOIN "Assignment" a ON a."id" = m."subjectId" WHERE a."participationId" = p."id")
      AND NOT EXISTS (SELECT 1 FROM moved m JOIN "Representative" r ON r."personId" = m."personId"
        WHERE r."organisationId" = p."organisationId" AND r."endedAt" IS NULL)
    ORDER BY p."name", p."id"`;
  return rows.map(({ name }) => name);
}
