import type { Db, Tx } from '../../../platform/db/client.ts';
import { OPEN_STATES } from '../rules/index.ts';

const whole = {
  cohort: true,
  sessions: { orderBy: { startsAt: 'asc' } },
} as const;

/** An event with its sessions in order and its cohort; null when there is none. */
export const eventById = (db: Db | Tx, id: string) => db.event.findUnique({ where: { id }, include: whole });

/** The titles of events by their ids. */
export async function eventTitles(db: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.event.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export type EventRow = NonNullable<Awaited<ReturnType<typeof eventById>>>;

/** All events of cohorts, the next to begin first and what is over last; `cohortIds` null means of every cohort. */
export async function eventsOf(
  db: Db | Tx,
  cohortIds: readonly string[] | null,
  now: Date,
): Promise<readonly EventRow[]> {
  const where = cohortIds ? { cohortId: { in: [...cohortIds] } } : {};
  const rows = await db.event.findMany({ where, include: whole, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }] });
  const isPast = ({ endsAt, state }: EventRow) => endsAt < now || state === 'cancelled';
  return [...rows.filter((one) => !isPast(one)), ...rows.filter(isPast).reverse()];
}

/** Announced events that are not over, of these cohorts. */
export const openEvents = (db: Db | Tx, cohortIds: readonly string[] | null) =>
  db.event.findMany({
    where: { state: { in: [...OPEN_STATES] }, ...(cohortIds ? { cohortId: { in: [...cohortIds] } } : {}) },
    include: whole,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });

export const changeById = (db: Db | Tx, id: string) => db.eventChange.findUnique({ where: { id } });
