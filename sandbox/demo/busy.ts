import type { RunningApp } from '../../src/app.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { Db } from '../../src/platform/db/client.ts';

/** Jobs that could run now: written and not done, those that wait for a later moment left aside. */
const jobsWaiting = async (db: Db): Promise<number> => {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE state < 'completed' AND start_after <= now() AND name <> 'dead-letters'`;
  return rows[0]?.n ?? 0;
};

/** Notices that the next moments bring: due, and neither their pace nor a failure makes them wait. */
const noticesWaiting = async (db: Db, clock: Clock): Promise<number> => {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM "Notice" n
    LEFT JOIN "Lane" l ON l."targetKind" = n."targetKind" AND l."target" = n."target"
    WHERE n."state" IN ('pending', 'sending') AND n."dueAt" <= ${clock.now()}::timestamptz
      AND (l."freeAt" IS NULL OR l."holder" IS NOT NULL OR l."freeAt" <= clock_timestamp() + interval '200 ms')`;
  return rows[0]?.n ?? 0;
};

/** Whether the app still works on something that somebody did, or on what follows from it. */
export const isBusy = async ({ underway, deps }: Pick<RunningApp, 'underway' | 'deps'>): Promise<boolean> =>
  underway() > 0 || (await jobsWaiting(deps.db)) > 0 || (await noticesWaiting(deps.db, deps.clock)) > 0;
