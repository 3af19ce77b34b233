import { expect } from 'vitest';
import type { PersonDriver } from '../../sandbox/index.ts';
import type { Db } from '../../src/platform/db/client.ts';
import type { TestDeps } from './deps.ts';
import { changeSettings } from './settings.ts';

/** The button beside what waits, in the form or the channel where it was asked for. */
export const AT_ONCE = 'Wykonaj od razu';

/** Has what was just asked for done at once instead of in some minutes, and puts away what is said of it. */
export async function doAtOnce(staff: PersonDriver): Promise<void> {
  await staff.click(AT_ONCE);
  expect(staff.modal()?.all).toContain('Wykonano:');
  while (staff.modal()) await staff.close();
}

/** Sets how many minutes the acts of a cohort wait. */
export const setUndoMinutes = ({ deps }: TestDeps, cohortId: string, undoMinutes: number): Promise<void> =>
  changeSettings(deps.db, cohortId, { undoMinutes });

/** Everything in the database, table by table, but for what waits and the journal of it. */
export async function dumpOf(db: Db): Promise<Readonly<Record<string, string>>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;
  const dump: Record<string, string> = {};
  for (const { name } of tables) {
    if (name === 'WaitingAct' || name === 'JournalEntry') continue;
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    dump[name] = rows.map(({ row }) => row).join('\n');
  }
  return dump;
}
