import type { Db } from '../../src/platform/db/client.ts';

/** Changes settings of a cohort, as a programme's definition may have them. */
export async function changeSettings(db: Db, cohortId: string, settings: Readonly<Record<string, unknown>>) {
  const { definition } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  const known = definition as { readonly settings: object };
  const changed = { ...known, settings: { ...known.settings, ...settings } };
  await db.cohort.update({ where: { id: cohortId }, data: { definition: changed as object } });
}
