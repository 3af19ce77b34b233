import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Notice } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Ending, LaneKey } from '../rules/index.ts';

/** One step of a lane, taken by this process. The moments of lanes are PostgreSQL's own, which all processes share. */
export type Turn = LaneKey & { readonly holder: string };

/** A notice about to be said. `before`: found `sending`, somebody began and did not say how it ended. */
export type Claimed = Notice & { readonly before: 'pending' | 'sending' };

/**
 * Takes the lane's turn, if it is free and something is due, and claims what it says next: one in doubt first, then
 * by moment, in the order of writing. Null when there is no turn to take; `notice` is null when it changed that
 * very moment. The turn is ours for `turnMs`: when this process dies, others take the next after that. A turn that
 * begins a little late counts from when it was to begin, so that the pace is kept on average and not a little below.
 * All in one statement, for it stands before every post.
 */
export async function takeTurn(
  { db, pace }: Deps,
  { targetKind, target, holder }: Turn,
  now: Date,
): Promise<{ readonly notice: Claimed | null } | null> {
  const rows = await db.$queryRaw<(Claimed | { readonly id: null })[]>`
    WITH next AS (
      SELECT "id", "state", xmin AS version FROM "Notice"
      WHERE "targetKind" = ${targetKind} AND "target" = ${target}
        AND "state" IN ('pending', 'sending') AND "dueAt" <= ${now}::timestamptz
      ORDER BY "state" = 'pending', "dueAt", "createdAt", "id" LIMIT 1),
    taken AS (
      INSERT INTO "Lane" AS l ("targetKind", "target", "slotAt", "freeAt", "holder")
      SELECT ${targetKind}, ${target}, clock_timestamp(), clock_timestamp() + ${pace.turnMs} * interval '1 millisecond',
        ${holder}::uuid FROM next
      ON CONFLICT ("targetKind", "target") DO UPDATE SET
        "slotAt" = CASE WHEN clock_timestamp() - l."freeAt" < ${pace.postMs / 4} * interval '1 millisecond'
          THEN l."freeAt" ELSE clock_timestamp() END,
        "freeAt" = EXCLUDED."freeAt", "holder" = EXCLUDED."holder"
      WHERE l."freeAt" <= clock_timestamp()
      RETURNING 1),
    claimed AS (
      UPDATE "Notice" n SET "state" = 'sending', "triedAt" = coalesce(n."triedAt", ${now}::timestamptz)
      FROM next, taken WHERE n."id" = next."id" AND n.xmin = next.version
      RETURNING n.*, next."state" AS before)
    SELECT claimed.* FROM taken LEFT JOIN claimed ON true`;
  const [row] = rows;
  if (!row) return null;
  return { notice: row.id === null ? null : row };
}

/** Milliseconds until the lane's next turn can be taken; null when nothing is due. */
export async function untilFree({ db }: Deps, { targetKind, target }: LaneKey, now: Date): Promise<number | null> {
  const rows = await db.$queryRaw<{ ms: number }[]>`
    SELECT extract(epoch FROM "freeAt" - clock_timestamp())::float8 * 1000 AS ms FROM "Lane" l
    WHERE "targetKind" = ${targetKind} AND "target" = ${target}
      AND EXISTS (SELECT 1 FROM "Notice" n WHERE n."targetKind" = l."targetKind" AND n."target" = l."target"
        AND n."state" IN ('pending', 'sending') AND n."dueAt" <= ${now}::timestamptz)`;
  return rows[0] ? Math.max(0, rows[0].ms) : null;
}

/**
 * Writes what became of the notice and gives the turn back; in how many milliseconds the lane wants its next. When
 * the turn was lost to another process, only that the notice was posted is written: the rest is the other's to say.
 */
export async function endTurn(
  { clock, pace }: Deps,
  tx: Db | Tx,
  turn: Turn,
  id: string,
  ending: Ending,
): Promise<number> {
  const { state, attempts, failure, isDoubtful, posted, pause } = ending;
  const pauseMs = pause === 'pace' ? pace.postMs : Number(pause === 'none' ? 0 : pause);
  const rows = await tx.$queryRaw<{ ms: number | null }[]>`
    WITH given AS (
      UPDATE "Lane" SET "holder" = NULL, "freeAt" = ${pauseMs} * interval '1 millisecond' +
        CASE WHEN ${typeof pause === 'string'} THEN "slotAt" ELSE clock_timestamp() END
      WHERE "targetKind" = ${turn.targetKind} AND "target" = ${turn.target} AND "holder" = ${turn.holder}::uuid
      RETURNING "freeAt")
    UPDATE "Notice" SET "state" = ${state}, "attempts" = ${attempts}, "failure" = ${failure},
      "isDoubtful" = ${isDoubtful}, "sentAt" = ${posted ? clock.now() : null}::timestamptz,
      "channelId" = ${posted?.channelId ?? null}, "ts" = ${posted?.ts ?? null}
    WHERE "id" = ${id}::uuid AND "state" = 'sending' AND (${posted !== null} OR EXISTS (SELECT 1 FROM given))
    RETURNING (SELECT extract(epoch FROM "freeAt" - clock_timestamp())::float8 * 1000 FROM given) AS ms`;
  return Math.max(0, rows[0]?.ms ?? 0);
}

/** Gives the turn back with nothing done. */
export async function passTurn({ db }: Deps, { targetKind, target, holder }: Turn): Promise<void> {
  await db.$executeRaw`UPDATE "Lane" SET "holder" = NULL, "freeAt" = "slotAt"
    WHERE "targetKind" = ${targetKind} AND "target" = ${target} AND "holder" = ${holder}::uuid`;
}

/** Staff ask for the lane: a long pause after a failure is cut to the time in which a doubt can be settled. */
export async function hurryLane({ pace }: Deps, tx: Tx, { targetKind, target }: LaneKey): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Lane" SET "freeAt" = least("freeAt", clock_timestamp() + ${pace.doubtMs} * interval '1 millisecond')
    WHERE "targetKind" = ${targetKind} AND "target" = ${target} AND "holder" IS NULL`;
}
