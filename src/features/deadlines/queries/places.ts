import type { Actor } from '../../../core/actor.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { OPEN_STATES } from '../../participations/public.ts';
import type { Place, Standing } from '../rules/index.ts';
import { stateOf } from '../rules/index.ts';

/** The active expert of a place, if it has one. */
const activeExpert = { assignments: { where: { state: 'active' }, select: { expertId: true } } } as const;
const placeParts = { cohort: true, organisation: true, ...activeExpert } as const;

/** An organisation's place with its cohort, name and active expert; null when there is none. */
export const placeById = (db: Db | Tx, id: string) =>
  db.participation.findUnique({ where: { id }, include: placeParts });

export type PlaceRow = NonNullable<Awaited<ReturnType<typeof placeById>>>;

/** A place as the rules look at it. */
export const placeOf = (row: Pick<PlaceRow, 'cohortId' | 'organisationId' | 'channelId' | 'assignments'>): Place => ({
  cohortId: row.cohortId,
  organisationId: row.organisationId,
  channelId: row.channelId,
  expertId: row.assignments[0]?.expertId ?? null,
});

/** The places of a cohort that are in the programme, by the organisation's name. */
export const openPlaces = (db: Db | Tx, cohortId: string) =>
  db.participation.findMany({
    where: { cohortId, state: { in: [...OPEN_STATES] } },
    select: { id: true, channelId: true, organisation: { select: { name: true, town: true } } },
    orderBy: [{ organisation: { name: 'asc' } }, { id: 'asc' }],
  });

export type OpenPlace = Awaited<ReturnType<typeof openPlaces>>[number];

/** Every deadline of these places, whatever its state. */
export const deadlinesOfPlaces = (db: Db | Tx, participationIds: readonly string[]) =>
  db.deadline.findMany({ where: { participationId: { in: [...participationIds] } } });

type Row = Awaited<ReturnType<typeof deadlinesOfPlaces>>[number];

/** A stored deadline as the rules look at it. */
export const standingOf = ({ id, participationId, kind, state, dueOn, dueTime, version }: Row): Standing => ({
  ...{ id, participationId, kind, version },
  state: stateOf(state),
  date: dueOn,
  time: dueTime,
});

/** A deadline with its place, and the wish for more time that waits. */
export const deadlineById = (db: Db | Tx, id: string) =>
  db.deadline.findUnique({
    where: { id },
    include: { participation: { include: placeParts }, requests: { where: { state: 'open' } } },
  });

export type DeadlineRow = NonNullable<Awaited<ReturnType<typeof deadlineById>>>;

/** The open places of the organisations that this person represents, and of those the person leads as an expert. */
export const ownPlaces = (db: Db, actor: Pick<Actor, 'personId' | 'organisationIds'>) =>
  db.participation.findMany({
    where: {
      state: { in: [...OPEN_STATES] },
      OR: [
        { organisationId: { in: [...actor.organisationIds] } },
        { assignments: { some: { state: 'active', expertId: actor.personId } } },
      ],
    },
    include: placeParts,
    orderBy: { id: 'asc' },
  });

/** The deadline of this kind at a place, for features that say more of it; null when it has no date. */
export async function deadlineOfPlace(db: Db | Tx, participationId: string, kind: string) {
  const found = await db.deadline.findUnique({ where: { participationId_kind: { participationId, kind } } });
  return found && found.state !== 'cancelled' ? { isDone: found.state === 'done', dueAt: found.dueAt } : null;
}

const MINUTE = 60_000;

/** Open deadlines whose named minute is over (T2) and whose card does not say so yet. */
export const newlyOverdue = (db: Db, now: Date, most: number) =>
  db.deadline.findMany({
    where: { state: 'open', shownOverdue: false, dueAt: { lte: new Date(now.getTime() - MINUTE) } },
    orderBy: { dueAt: 'asc' },
    select: { id: true, participationId: true },
    take: most,
  });

/** The open deadline that comes next after this moment. */
export const nextDue = (db: Db, after: Date) =>
  db.deadline.findFirst({
    where: { state: 'open', dueAt: { gt: after } },
    include: { participation: { include: { cohort: true, organisation: true } } },
    orderBy: { dueAt: 'asc' },
  });
