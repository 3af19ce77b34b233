import type { Tx } from '../../../platform/db/client.ts';

/** What an act on hundreds of organisations may take; each has its card, its channel and its history. */
export const WHOLE_COHORT_SECONDS = 60;

/** Holds a cohort and all its deadlines: whoever moves, finishes or asks for more time at once comes after (R4). */
export async function lockCohort(tx: Tx, cohortId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Cohort" WHERE "id" = ${cohortId}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM "Deadline" WHERE "cohortId" = ${cohortId}::uuid ORDER BY "id" FOR UPDATE`;
}

/** Holds one deadline. */
export async function lockDeadline(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Deadline" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** Holds a call, so that no application is received between the look and the new closing. */
export async function lockCall(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Call" WHERE "id" = ${id}::uuid FOR UPDATE`;
}
