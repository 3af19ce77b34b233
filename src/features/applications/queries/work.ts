import type { Db } from '../../../platform/db/client.ts';
import { listCohorts } from '../../programmes/public.ts';
import { groupOf, OPEN_GROUPS } from '../rules/groups.ts';

/** The calls whose applications somebody may see, the newest cohort first; `cohortIds` null means all cohorts. */
export async function callsFor(db: Db, cohortIds: readonly string[] | null) {
  const cohorts = await listCohorts(db);
  return cohorts
    .filter((cohort) => cohortIds === null || cohortIds.includes(cohort.id))
    .flatMap((cohort) =>
      cohort.calls.map(({ id, stage, opensAt, releasedAt }) => ({
        id,
        stage,
        stages: cohort.calls.length,
        cohort: cohort.name,
        opensAt,
        releasedAt,
      })),
    );
}

export type CallRow = Awaited<ReturnType<typeof callsFor>>[number];
export type OpenWork = { readonly call: CallRow; readonly waiting: number };

/** Calls that have begun and are not released, with how many applications wait for the team. Two queries. */
export async function openWork(
  db: Db,
  cohortIds: readonly string[] | null,
  now: Date,
  limit: number,
): Promise<OpenWork[]> {
  const calls = (await callsFor(db, cohortIds)).filter((call) => call.releasedAt === null && call.opensAt <= now);
  const shown = calls.slice(0, limit);
  const rows = await db.application.groupBy({
    by: ['callId', 'state', 'preparedDecision'],
    where: { callId: { in: shown.map((call) => call.id) }, receivedAt: { not: null } },
    _count: { _all: true },
  });
  return shown.map((call) => {
    const waiting = rows
      .filter((row) => row.callId === call.id)
      .filter((row) => OPEN_GROUPS.some((group) => group === groupOf(row.state, row.preparedDecision)))
      .reduce((sum, row) => sum + row._count._all, 0);
    return { call, waiting };
  });
}
