import { type Actor, isChiefStaff } from '../../../core/actor.ts';
import type { Db } from '../../../platform/db/client.ts';
import type { Obligation, Prisma } from '../../../platform/db/generated/client.ts';

const BY_DATE = [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }, { id: 'asc' }] as const;

/** Open at `now`: begun, not settled, and not past the moment at which it ends by itself. */
export const openAt = (now: Date) => ({
  closedAt: null,
  AND: [{ OR: [{ startsAt: null }, { startsAt: { lte: now } }] }, { OR: [{ endsAt: null }, { endsAt: { gt: now } }] }],
});

export const nearestFirst = [...BY_DATE] satisfies Prisma.ObligationOrderByWithRelationInput[];

/** What this person owes now: their own matters, those of their organisations, and as staff those of their cohorts; the nearest first. */
export function openFor(db: Db, actor: Actor, now: Date): Promise<readonly Obligation[]> {
  const staffed = actor.roles.filter((held) => held.role === 'staff').flatMap(({ cohortId }) => cohortId ?? []);
  const owners: Prisma.ObligationWhereInput[] = [
    { ownerKind: 'person', ownerId: actor.personId },
    { ownerKind: 'organisation', ownerId: { in: [...actor.organisationIds] } },
    isChiefStaff(actor) ? { ownerKind: 'staff' } : { ownerKind: 'staff', ownerId: { in: staffed } },
  ];
  return db.obligation.findMany({ where: { AND: [openAt(now), { OR: owners }] }, orderBy: nearestFirst });
}

/** What anybody but staff owes for an organisation's place; the nearest first. */
export const dueAtPlace = (db: Db, participationId: string, now: Date): Promise<readonly Obligation[]> =>
  db.obligation.findMany({
    where: { AND: [openAt(now), { participationId, ownerKind: { not: 'staff' } }] },
    orderBy: nearestFirst,
  });

/** What an organisation owes for its place in a cohort; the nearest first. */
export const openOfPlace = (db: Db, participationId: string, now: Date): Promise<readonly Obligation[]> =>
  db.obligation.findMany({
    where: { AND: [openAt(now), { participationId, ownerKind: 'organisation' }] },
    orderBy: nearestFirst,
  });
