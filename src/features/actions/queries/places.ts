import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import { OPEN_STATES } from '../../participations/public.ts';

const parts = {
  ...{ cohort: true, organisation: true },
  assignments: { where: { state: 'active' }, select: { expertId: true } },
  deadlines: { where: { kind: { in: ['action', 'plan'] }, state: 'open' }, select: { kind: true, dueAt: true } },
  action: {
    include: { dates: { orderBy: [{ startsAt: 'asc' }, { id: 'asc' }] }, report: { select: { actionId: true } } },
  },
} satisfies Prisma.ParticipationInclude;

/** An organisation's place with its expert, its action, and by when the action is to be; null when there is none. */
export const placeById = (db: Db | Tx, id: string) => db.participation.findUnique({ where: { id }, include: parts });

export type PlaceRow = NonNullable<Awaited<ReturnType<typeof placeById>>>;

export const placesAmong = (db: Db | Tx, ids: readonly string[]) =>
  db.participation.findMany({ where: { id: { in: [...ids] } }, include: parts });

/** Places that are in the programme, or have an action that something may be owed for. */
export const everyPlace = async (db: Db): Promise<readonly string[]> =>
  (
    await db.participation.findMany({
      where: { OR: [{ state: { in: [...OPEN_STATES] } }, { action: { isNot: null } }] },
      select: { id: true },
    })
  ).map(({ id }) => id);

/** The places whose actions these are. */
export const placesOfActions = async (tx: Tx, ids: readonly string[]): Promise<readonly string[]> =>
  (await tx.action.findMany({ where: { id: { in: [...ids] } }, select: { participationId: true } })).map(
    ({ participationId }) => participationId,
  );

/** The places for which these assignments are. */
export const placesOfAssignments = async (tx: Tx, ids: readonly string[]): Promise<readonly string[]> =>
  (await tx.assignment.findMany({ where: { id: { in: [...ids] } }, select: { participationId: true } })).map(
    ({ participationId }) => participationId,
  );

/** The places whose deadlines one act has moved. */
export const placesOfMoves = async (tx: Tx, ids: readonly string[]): Promise<readonly string[]> => {
  const changes = await tx.deadlineChange.findMany({
    where: { moveId: { in: [...ids] } },
    select: { deadlineId: true },
  });
  const deadlines = await tx.deadline.findMany({
    where: { id: { in: changes.flatMap(({ deadlineId }) => deadlineId ?? []) } },
    select: { participationId: true },
  });
  return [...new Set(deadlines.map(({ participationId }) => participationId))];
};

/** Open places of the organisations somebody represents, of those they lead, and of actions they are asked to observe. */
export const ownPlaces = (db: Db, personId: string, organisationIds: readonly string[]) =>
  db.participation.findMany({
    where: {
      state: { in: [...OPEN_STATES] },
      OR: [
        { organisationId: { in: [...organisationIds] } },
        { assignments: { some: { state: 'active', expertId: personId } } },
        { action: { dates: { some: { expertId: personId } } } },
      ],
    },
    include: parts,
    orderBy: { id: 'asc' },
  });

/** The places of a cohort with an action or without, by the organisation's name. */
export const placesOfCohort = (db: Db, cohortId: string) =>
  db.participation.findMany({
    where: { cohortId, state: { in: [...OPEN_STATES] } },
    include: parts,
    orderBy: [{ organisation: { name: 'asc' } }, { id: 'asc' }],
  });
