import { expect } from 'vitest';
import type { PersonDriver } from '../../sandbox/index.ts';
import type { TestDeps } from './deps.ts';

/** The button beside what waits, in the form or the channel where it was asked for. */
export const AT_ONCE = 'Wykonaj od razu';

/** Has what was just asked for done at once instead of in some minutes, and puts away what is said of it. */
export async function doAtOnce(staff: PersonDriver): Promise<void> {
  await staff.click(AT_ONCE);
  expect(staff.modal()?.all).toContain('Wykonano:');
  while (staff.modal()) await staff.close();
}

/** Sets how many minutes the acts of a cohort wait. */
export async function setUndoMinutes({ deps }: TestDeps, cohortId: string, minutes: number): Promise<void> {
  const { definition } = await deps.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  const known = definition as { readonly settings: object };
  const changed = { ...known, settings: { ...known.settings, undoMinutes: minutes } };
  await deps.db.cohort.update({ where: { id: cohortId }, data: { definition: changed } });
}
