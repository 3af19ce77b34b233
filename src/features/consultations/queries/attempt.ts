import type { Db } from '../../../platform/db/client.ts';
import type { OfferedTime } from '../../availability/public.ts';
import type { Busy } from '../rules/index.ts';

type Hold = {
  readonly id: string;
  readonly place: { readonly id: string; readonly cohortId: string };
  readonly time: OfferedTime;
  readonly askedBy: string;
  readonly now: Date;
  readonly openUntil: Date;
};

type Stretch = { readonly from: string; readonly until: string };
type Row = {
  readonly isLed: boolean;
  readonly isDue: boolean;
  readonly isHeld: boolean;
  readonly taken: readonly Stretch[];
};

/** What came of an attempt. `isDue`: something has to run out first, so nothing was tried. */
export type Attempt = Omit<Row, 'taken'> & { readonly taken: readonly Busy[] };

/**
 * Tries to hold a time of the expert who leads the place, with the same locks and the same constraint as every booking, in
 * one statement: of a thousand who want it at once, each waits for one short turn. Also says what is taken.
 */
export async function attemptHold(db: Db, { id, place, time, askedBy, now, openUntil }: Hold): Promise<Attempt> {
  const { expertId, start, end, busyFrom, busyUntil, zone, kinds, place: where, link } = time;
  const [row] = await db.$queryRaw<Row[]>`
    WITH led AS MATERIALIZED (
      SELECT p."id" FROM "Participation" p
      JOIN "Assignment" a ON a."participationId" = p."id" AND a."state" = 'active' AND a."expertId" = ${expertId}::uuid
      WHERE p."id" = ${place.id}::uuid FOR NO KEY UPDATE OF p FOR SHARE OF a),
    due AS MATERIALIZED (
      SELECT 1 FROM "Consultation" WHERE "state" IN ('reserved', 'requested') AND "openUntil" <= ${now}::timestamptz
        AND "expertId" = ${expertId}::uuid
      UNION ALL
      SELECT 1 FROM "Consultation" WHERE "state" = 'reserved' AND "participationId" = ${place.id}::uuid
        AND "askedBy" = ${askedBy}::uuid LIMIT 1),
    held AS (
      INSERT INTO "Consultation" ("id", "cohortId", "participationId", "expertId", "state", "kind", "startsAt", "endsAt",
        "busyFrom", "busyUntil", "zone", "place", "link", "openUntil", "askedBy", "createdAt", "isLate", "sequence", "version")
      SELECT ${id}::uuid, ${place.cohortId}::uuid, led."id", ${expertId}::uuid, 'reserved', ${kinds[0] ?? 'online'},
        ${start}::timestamptz, ${end}::timestamptz, ${busyFrom}::timestamptz, ${busyUntil}::timestamptz, ${zone},
        ${where}::text, ${link}::text, ${openUntil}::timestamptz, ${askedBy}::uuid, ${now}::timestamptz, false, 0, 1
      FROM led WHERE NOT EXISTS (SELECT 1 FROM due) ON CONFLICT DO NOTHING RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM led) AS "isLed", EXISTS (SELECT 1 FROM due) AS "isDue",
      EXISTS (SELECT 1 FROM held) AS "isHeld",
      (SELECT coalesce(json_agg(json_build_object('from', "busyFrom", 'until', "busyUntil")), '[]') FROM "Consultation"
        WHERE "expertId" = ${expertId}::uuid AND "state" IN ('reserved', 'requested', 'booked')
          AND "busyUntil" > ${now}::timestamptz) AS "taken"`;
  if (!row) throw new Error('An attempt to hold a time has given no answer');
  // Whoever was faster just now may not be seen yet.
  const others = row.taken.map(({ from, until }) => ({ busyFrom: new Date(from), busyUntil: new Date(until) }));
  return { ...row, taken: [...others, { busyFrom, busyUntil }] };
}
