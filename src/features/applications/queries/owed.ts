import type { Db, Tx } from '../../../platform/db/client.ts';

/** Applications with what decides who owes something for them. */
export const applicationsAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.application.findMany({ where: { id: { in: [...ids] } }, include: { call: true } });

/** The applications of these calls. */
export const applicationsOfCalls = async (db: Db | Tx, ids: readonly string[]): Promise<readonly string[]> =>
  (await db.application.findMany({ where: { callId: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id);

export const allApplications = async (db: Db): Promise<readonly string[]> =>
  (await db.application.findMany({ select: { id: true } })).map(({ id }) => id);

/** What lists of matters say of applications. */
export const namesOfApplications = (db: Db, ids: readonly string[]) =>
  db.application.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      callId: true,
      number: true,
      onBehalf: true,
      organisationName: true,
      cohort: { select: { name: true } },
    },
  });
