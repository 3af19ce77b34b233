import type { Deps } from '../../../platform/deps.ts';

/** Slack counts the reading of histories for the whole workspace; this row of lanes is shared by all of them. */
const KIND = 'method';
const METHOD = 'conversations.history';

/** Takes the next place for a look-up, of which Slack allows so many a minute; 0, or how many milliseconds to wait. */
export async function takeLookUp({ db, pace }: Deps): Promise<number> {
  const taken = await db.$executeRaw`
    INSERT INTO "Lane" AS l ("targetKind", "target", "slotAt", "freeAt")
    VALUES (${KIND}, ${METHOD}, clock_timestamp(), clock_timestamp() + ${pace.lookUpMs} * interval '1 millisecond')
    ON CONFLICT ("targetKind", "target") DO UPDATE SET "slotAt" = EXCLUDED."slotAt", "freeAt" = EXCLUDED."freeAt"
    WHERE l."freeAt" <= clock_timestamp()`;
  if (taken > 0) return 0;
  const rows = await db.$queryRaw<{ ms: number }[]>`
    SELECT extract(epoch FROM "freeAt" - clock_timestamp())::float8 * 1000 AS ms FROM "Lane"
    WHERE "targetKind" = ${KIND} AND "target" = ${METHOD}`;
  return Math.max(1, rows[0]?.ms ?? 1);
}

/** Slack asked for a pause: nobody looks anything up before it is over, in any process. */
export async function pauseLookUps({ db }: Deps, ms: number): Promise<void> {
  await db.$executeRaw`
    UPDATE "Lane" SET "freeAt" = greatest("freeAt", clock_timestamp() + ${ms} * interval '1 millisecond')
    WHERE "targetKind" = ${KIND} AND "target" = ${METHOD}`;
}
