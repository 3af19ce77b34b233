import type { Db, Tx } from '../../../platform/db/client.ts';
import { listExperts } from '../../experts/public.ts';
import { definitionOf } from '../../programmes/public.ts';

/** An organisation's place with its cohort and the expert who leads it; null when there is none. */
export const placeById = (db: Db | Tx, id: string) =>
  db.participation.findUnique({
    where: { id },
    include: {
      cohort: true,
      organisation: true,
      assignments: { where: { state: 'active' }, include: { expert: { select: { id: true, name: true } } } },
    },
  });

export type PlaceRow = NonNullable<Awaited<ReturnType<typeof placeById>>>;

export type Bookable = { readonly id: string; readonly name: string };

/**
 * The experts with whom an organisation may book: the one who leads it; where a programme has experts by field instead,
 * all who are experts in the cohort.
 */
export async function expertsFor(db: Db | Tx, place: PlaceRow): Promise<readonly Bookable[]> {
  if (place.assignments.length > 0) return place.assignments.map(({ expert }) => expert);
  if (!definitionOf(place.cohort).switches.expertsByField) return [];
  const all = await listExperts(db);
  return all
    .filter(({ heldIn, isBot, isDeactivated }) => {
      const isHere = heldIn.some((cohortId) => cohortId === null || cohortId === place.cohortId);
      return isHere && !isBot && !isDeactivated;
    })
    .map(({ personId, name }) => ({ id: personId, name }));
}

/**
 * Holds an organisation's place until the transaction ends, so that its consultations are written one after another,
 * and the assignment of its expert, so that it cannot end meanwhile. False: this expert does not lead it (any more).
 */
export async function lockPlace(tx: Tx, participationId: string, ledBy: string | null): Promise<boolean> {
  const locked =
    ledBy === null
      ? await tx.$queryRaw<unknown[]>`
          SELECT 1 FROM "Participation" WHERE "id" = ${participationId}::uuid FOR NO KEY UPDATE`
      : await tx.$queryRaw<unknown[]>`
          SELECT 1 FROM "Participation" p
          JOIN "Assignment" a ON a."participationId" = p."id" AND a."state" = 'active' AND a."expertId" = ${ledBy}::uuid
          WHERE p."id" = ${participationId}::uuid FOR NO KEY UPDATE OF p FOR SHARE OF a`;
  return locked.length > 0;
}

/** Who leads the place, when it is led at all: then only their time can be booked. */
export const leaderOf = ({ assignments }: Pick<PlaceRow, 'assignments'>): string | null =>
  assignments[0]?.expertId ?? null;

/** What counts against an organisation's hours. */
export const countedOf = (db: Db | Tx, participationId: string) =>
  db.consultation.findMany({
    where: { participationId, state: { in: ['requested', 'booked', 'held', 'no_show'] } },
    select: { id: true, state: true, startsAt: true, endsAt: true, minutesCounted: true },
  });
