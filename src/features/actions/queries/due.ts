import type { Db, Tx } from '../../../platform/db/client.ts';

/** Dates that are over and of which the organisation was not asked. */
export const unasked = (db: Db, now: Date, most: number) =>
  db.actionDate.findMany({
    where: { state: 'planned', askedAt: null, endsAt: { lte: now } },
    include: { action: { include: { participation: { include: { cohort: true } } } } },
    orderBy: [{ endsAt: 'asc' }, { id: 'asc' }],
    take: most,
  });

/** Dates of a cohort that are not answered for and end before a moment, in order of time. */
export const unansweredIn = (db: Db | Tx, cohortId: string, until: Date) =>
  db.actionDate.findMany({
    where: { state: 'planned', askedAt: null, endsAt: { lte: until }, action: { cohortId } },
    include: { action: { include: { participation: { include: { cohort: true, organisation: true } } } } },
    orderBy: [{ endsAt: 'asc' }, { id: 'asc' }],
  });

/** Actions with a coming date for which nobody was asked to come, though somebody leads the organisation. */
export const withoutExpert = (db: Db, now: Date, most: number) =>
  db.action.findMany({
    where: {
      dates: { some: { state: 'planned', expertId: null, startsAt: { gt: now } } },
      participation: { assignments: { some: { state: 'active' } } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: most,
  });

/** The end of the planned date that comes next. */
export const nextEnd = (db: Db, after: Date) =>
  db.actionDate.findFirst({
    where: { state: 'planned', endsAt: { gt: after } },
    include: { action: { include: { participation: { include: { organisation: true } } } } },
    orderBy: { endsAt: 'asc' },
  });

/** Coming dates for which this expert was asked, in a span of time or of one organisation. */
export const comingOf = (
  db: Db | Tx,
  expertId: string,
  within: { readonly from: Date; readonly until?: Date; readonly participationId?: string },
) =>
  db.actionDate.findMany({
    where: {
      ...{ expertId, state: 'planned', endsAt: { gt: within.from } },
      ...(within.until ? { startsAt: { lt: within.until } } : {}),
      ...(within.participationId ? { action: { participationId: within.participationId } } : {}),
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });

/** The history of an action's dates, the newest first. */
export const changesOf = (db: Db, actionId: string, most: number) =>
  db.actionChange.findMany({ where: { actionId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: most });

/** These steps, in order of time. */
export const changesAmong = (db: Db, ids: readonly string[]) =>
  db.actionChange.findMany({ where: { id: { in: [...ids] } }, orderBy: [{ fromStarts: 'asc' }, { id: 'asc' }] });
