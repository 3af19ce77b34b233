import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type Place, placesWithoutExpert, waitingAmong } from '../queries/index.ts';

/** The place that came last: with it the news changes, and staff are told once more. */
const newest = (places: readonly Place[]): Place | undefined =>
  [...places].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))[0];

/** Tells the staff of each cohort, once for each group of newly admitted organisations, how many wait for an expert. */
export async function tellOfWaiting(deps: Deps, now: Date): Promise<void> {
  const waiting = waitingAmong(await placesWithoutExpert(deps.db, null));
  for (const [cohortId, places] of Map.groupBy(waiting, (place) => place.cohortId)) {
    const last = newest(places);
    if (!last) continue;
    const { waiting: kind } = NOTICES;
    const key = `${kind}:${cohortId}:${last.createdAt.toISOString()}`;
    const said = { kind, params: { cohortId }, to: { staffOf: cohortId }, key, at: now };
    await inTransaction(deps.db, (tx) => notify(deps, tx, said));
  }
}
