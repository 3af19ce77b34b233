import type { Db, Tx } from '../../../platform/db/client.ts';
import { OPEN_STATES } from '../rules/index.ts';

const withPlace = { cohort: true, organisation: true } as const;

/** An organisation's place in a cohort, with both, by its id; null when there is none. */
export const participationById = (db: Db | Tx, id: string) =>
  db.participation.findUnique({ where: { id }, include: withPlace });

export type ParticipationRow = NonNullable<Awaited<ReturnType<typeof participationById>>>;

/** The place whose private channel this is, or null. */
export const participationOfChannel = (db: Db | Tx, channelId: string) =>
  db.participation.findUnique({ where: { channelId }, include: withPlace });

/** The open places of these organisations, the newest first. */
export const placesOf = (db: Db, organisationIds: readonly string[]) =>
  db.participation.findMany({
    where: { organisationId: { in: [...organisationIds] }, state: { in: [...OPEN_STATES] } },
    include: withPlace,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });

/** Places whose channel is in trouble; `cohortIds` null means in every cohort. The oldest first. */
export const placesInTrouble = (db: Db, cohortIds: readonly string[] | null) =>
  db.participation.findMany({
    where: { channelProblem: { not: null }, ...(cohortIds ? { cohortId: { in: [...cohortIds] } } : {}) },
    include: withPlace,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });

/** A word to staff, with who said it and where; null when there is none. */
export const helpRequestById = (db: Db, id: string) =>
  db.helpRequest.findUnique({ where: { id }, include: { participation: { include: withPlace } } });
