import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';

/** The queue that makes a cohort's channels and keeps its card; one job of a cohort at a time. */
export const COHORT_QUEUE = 'programmes_cohort';

/** Has the cohort's channels and pinned card brought up to date after the act is committed. */
export async function touchCohortCard(deps: Deps, tx: Tx, cohortId: string): Promise<void> {
  await deps.jobs.enqueue(tx, COHORT_QUEUE, { cohortId }, { key: cohortId });
}
