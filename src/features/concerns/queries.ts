import type { Db, Tx } from '../../platform/db/client.ts';

const withPlace = { participation: { include: { cohort: true, organisation: true } } } as const;

/** Private words to staff with their places. */
export const requestsAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.helpRequest.findMany({ where: { id: { in: [...ids] } }, include: withPlace });

export type RequestRow = Awaited<ReturnType<typeof requestsAmong>>[number];

export const requestById = async (db: Db | Tx, id: string): Promise<RequestRow | null> =>
  (await requestsAmong(db, [id]))[0] ?? null;

/** Those that may be owed an answer. */
export const allCounted = async (db: Db): Promise<readonly string[]> =>
  (await db.helpRequest.findMany({ where: { answerOn: { not: null } }, select: { id: true } })).map(({ id }) => id);

/** A silence of which staff were told, with its place; null when there is none. */
export const silenceById = (db: Db | Tx, id: string) =>
  db.silenceSignal.findUnique({ where: { id }, include: withPlace });
