import type { Db } from '../../src/platform/db/client.ts';

/** A row as somebody has it who holds a copy of the whole database: with its place and its transaction. */
export type DumpedRow = {
  readonly page: number;
  readonly item: number;
  readonly xmin: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly text: string;
};
export type DumpedTable = { readonly name: string; readonly rows: readonly DumpedRow[] };

type Raw = { page: number; item: number; xmin: number; text: string };

/** Every row of every table of ours and of the job queue, in the order in which it lies there. */
export async function dumpOf(db: Db): Promise<readonly DumpedTable[]> {
  const tables = await db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT schemaname::text AS schema, relname::text AS name FROM pg_stat_user_tables ORDER BY 1, 2`;
  const dumped: DumpedTable[] = [];
  for (const { schema, name } of tables) {
    const rows = await db.$queryRawUnsafe<Raw[]>(
      `SELECT (ctid::text::point)[0]::int AS page, (ctid::text::point)[1]::int AS item,
        xmin::text::int AS xmin, to_jsonb(t)::text AS text FROM "${schema}"."${name}" t ORDER BY ctid`,
    );
    dumped.push({
      name: `${schema}.${name}`,
      rows: rows.map((row) => ({ ...row, values: JSON.parse(row.text) as Record<string, unknown> })),
    });
  }
  return dumped;
}
