import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Attended } from '../../../platform/deps.ts';
import { OPEN_STATES } from '../../participations/public.ts';

/** Consultations that took place and ended in this span: who had booked, and the expert. */
export async function heldConsultations(db: Db, since: Date, until: Date): Promise<readonly Attended[]> {
  const rows = await db.consultation.findMany({
    where: { state: 'held', endsAt: { gt: since, lte: until } },
    select: { id: true, cohortId: true, endsAt: true, askedBy: true, expertId: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, cohortId, endsAt: endedAt, askedBy, expertId }) => ({
    ...({ kind: 'consultation', id, cohortId, endedAt } as const),
    ...{ people: [askedBy], experts: [expertId] },
  }));
}

const theirPeople = { organisation: { select: { representatives: { where: { endedAt: null } } } } } as const;

/** Active assignments of a cohort that were accepted before a moment, with both sides. */
export const standingAssignments = (db: Db | Tx, cohortId: string, before: Date) =>
  db.assignment.findMany({
    where: {
      state: 'active',
      answeredAt: { lte: before },
      participation: { cohortId, state: { in: [...OPEN_STATES] } },
    },
    select: { id: true, expertId: true, answeredAt: true, participation: { select: theirPeople } },
    orderBy: { id: 'asc' },
  });

/** The places of a cohort whose organisations took part to the end, with their people. */
export const lastingPlaces = (db: Db | Tx, cohortId: string) =>
  db.participation.findMany({
    where: { cohortId, state: { in: ['active', 'action_done', 'closed'] } },
    select: { id: true, ...theirPeople },
    orderBy: { id: 'asc' },
  });

const opened = { closedAt: null } as const;

/** Surveys whose one reminder is due. */
export const dueReminders = (db: Db, now: Date) =>
  db.survey.findMany({
    where: { ...opened, remindedAt: null, remindAt: { lte: now }, closesAt: { gt: now } },
    include: { cohort: true },
  });

/** Those that are to be closed, in the order in which their results are put together (N1). */
export const dueClosings = (db: Db, now: Date) =>
  db.survey.findMany({
    where: { ...opened, closesAt: { lte: now } },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
  });

/** The open surveys of a cohort of which something will be said up to a moment. */
export const openSurveys = (db: Db | Tx, cohortId: string, to: Date) =>
  db.survey.findMany({
    where: { ...opened, cohortId, OR: [{ remindedAt: null, remindAt: { lte: to } }, { closesAt: { lte: to } }] },
    include: { cohort: true },
    orderBy: { id: 'asc' },
  });

/** Those of these assignments in which the two still work together. */
export async function activeAmong(db: Db | Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.assignment.findMany({ where: { id: { in: [...ids] }, state: 'active' }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** The next reminder or closing after a moment. */
export async function nextMoment(db: Db, after: Date): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min(at) AS at FROM "Survey", unnest(ARRAY["remindAt", "closesAt"]) AS at
    WHERE "closedAt" IS NULL AND at > ${after}::timestamptz`;
  return row?.at ?? null;
}
