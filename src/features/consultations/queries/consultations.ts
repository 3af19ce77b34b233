import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import { OPEN_STATES } from '../rules/index.ts';

const withBoth = {
  participation: { include: { cohort: true, organisation: true } },
  expert: true,
} as const;

/** For lists and matters: without the cohort, whose definition is long. */
const withNames = { participation: { include: { organisation: true } }, expert: true } as const;

/** A consultation with its organisation, cohort and expert; null when there is none. */
export const consultationById = (db: Db | Tx, id: string) =>
  db.consultation.findUnique({ where: { id }, include: withBoth });

export type ConsultationRow = NonNullable<Awaited<ReturnType<typeof consultationById>>>;

/** All that takes an expert's time, over all cohorts, in order of time: reserved, requested, booked. */
export const openOf = (db: Db | Tx, expertId: string) =>
  db.consultation.findMany({
    where: { expertId, state: { in: [...OPEN_STATES] } },
    include: withBoth,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });

/** A step to another time, or null. */
export const moveById = (db: Db | Tx, id: string) => db.consultationMove.findUnique({ where: { id } });

export type ListedRow = Awaited<ReturnType<typeof consultationsAmong>>[number];

type Which = Prisma.ConsultationWhereInput;
const coming = (which: Which, now: Date): Which => ({
  AND: [which, { state: { in: ['requested', 'booked'] }, endsAt: { gt: now } }],
});

/** What is asked for and booked and not over, in order of time, among these: so many after the first `skip`. */
export const comingAmong = (db: Db | Tx, which: Which, now: Date, take: number, skip = 0) =>
  db.consultation.findMany({
    where: coming(which, now),
    include: withNames,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    ...{ take, skip },
  });

/** How many there are of them. */
export const countComing = (db: Db | Tx, which: Which, now: Date): Promise<number> =>
  db.consultation.count({ where: coming(which, now) });

/** Consultations by id, for matters and lists. */
export const consultationsAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.consultation.findMany({ where: { id: { in: [...ids] } }, include: withNames });

/** Every consultation that may be owed something for. */
export const openConsultationIds = async (db: Db): Promise<readonly string[]> => {
  const where = { state: { in: ['requested', 'booked'] } };
  return (await db.consultation.findMany({ where, select: { id: true } })).map(({ id }) => id);
};

/** The next moment at which a time that is held or asked for runs out. */
export async function nextRunOut(db: Db, after: Date) {
  const row = await db.consultation.findFirst({
    where: { state: { in: ['reserved', 'requested'] }, openUntil: { gt: after } },
    include: withNames,
    orderBy: [{ openUntil: 'asc' }, { id: 'asc' }],
  });
  return row?.openUntil ? { at: row.openUntil, organisation: row.participation.organisation.name } : null;
}
