import type { Db, Tx } from '../../../platform/db/client.ts';

/** The people who were at an event on at least one day: organisations' people, guests and experts. Person ids. */
export async function attendedBy(db: Db | Tx, eventId: string): Promise<readonly string[]> {
  const rows = await db.registration.findMany({
    where: { eventId, attendances: { some: {} } },
    select: { personId: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ personId }) => personId);
}

/** Events that were closed as held after `since`, up to `until`, with the people who were there. */
export async function eventsEnded(db: Db | Tx, since: Date, until: Date) {
  const rows = await db.event.findMany({
    where: { state: 'held', endedAt: { gt: since, lte: until } },
    include: { registrations: { where: { attendances: { some: {} } }, select: { personId: true } } },
    orderBy: [{ endedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, cohortId, endsAt, registrations }) => ({
    ...{ kind: 'event' as const, id, cohortId, endedAt: endsAt },
    people: registrations.map(({ personId }) => personId),
  }));
}
