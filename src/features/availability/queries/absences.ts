import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { OPEN_STATES } from '../../participations/public.ts';

const open: string[] = [...OPEN_STATES];

const withNames = {
  expert: { select: { person: { select: { name: true } }, terms: { select: { zone: true } } } },
  substitute: { select: { person: { select: { name: true, slackUserId: true } } } },
} as const;

const found = (db: Db | Tx, where: object) =>
  db.absence.findMany({ where, include: withNames, orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] });
export type AbsenceRow = Awaited<ReturnType<typeof found>>[number];

/** The absences that hold and are not over on a civil date: of one expert, or of all. */
export const comingAbsences = (db: Db | Tx, today: string, expertId: string | null): Promise<AbsenceRow[]> =>
  found(db, { endedAt: null, lastOn: { gte: today }, ...(expertId ? { expertId } : {}) });

/** One absence, ended or not, or null. */
export async function absenceById(db: Db | Tx, id: string): Promise<AbsenceRow | null> {
  return (await found(db, { id }))[0] ?? null;
}

/** Whether an absence holds: it was written, and not ended. */
export const absenceHolds = async (db: Db | Tx, id: string): Promise<boolean> =>
  (await db.absence.count({ where: { id, endedAt: null } })) > 0;

/** All absences ever written of an expert, by id. */
export const absenceIdsOf = async (db: Db | Tx, expertId: string): Promise<readonly string[]> =>
  (await db.absence.findMany({ where: { expertId }, select: { id: true } })).map(({ id }) => id);

/** The zone of an expert's civil dates. */
export async function zoneOf(db: Db | Tx, expertId: string): Promise<string> {
  const terms = await db.expertTerms.findUnique({ where: { expertId }, select: { zone: true } });
  return terms?.zone ?? WARSAW;
}

/** Whether an expert is away in any part of a time, by the absences that hold; also one who has no hours. */
export async function isAway(
  db: Db | Tx,
  expertId: string,
  { start, end }: { readonly start: Date; readonly end: Date },
): Promise<boolean> {
  const zone = await zoneOf(db, expertId);
  const [first, last] = [civilOf(start, zone).date, civilOf(new Date(end.getTime() - 1), zone).date];
  const then = { fromOn: { lte: last }, lastOn: { gte: first } };
  return (await db.absence.count({ where: { expertId, endedAt: null, ...then } })) > 0;
}

/**
 * Holds until the transaction ends that no absence of the expert is written or ended. False: they are away in a part of
 * the time. Ask before other rows are held, as whoever writes an absence does.
 */
export async function lockPresence(
  tx: Tx,
  expertId: string,
  time: { readonly start: Date; readonly end: Date },
): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "ExpertProfile" WHERE "personId" = ${expertId}::uuid FOR SHARE`;
  return !(await isAway(tx, expertId, time));
}

/** The organisations that an expert leads now, by name. */
export async function ledPlaces(db: Db | Tx, expertId: string) {
  const rows = await db.assignment.findMany({
    where: { expertId, state: 'active', participation: { state: { in: open } } },
    select: {
      participation: {
        select: { id: true, channelId: true, cohortId: true, organisation: { select: { id: true, name: true } } },
      },
    },
    orderBy: { participation: { organisation: { name: 'asc' } } },
  });
  return rows.map(({ participation: { id, channelId, cohortId, organisation } }) => ({
    ...{ participationId: id, channelId, cohortId, organisationId: organisation.id, name: organisation.name },
  }));
}
export type LedPlace = Awaited<ReturnType<typeof ledPlaces>>[number];
