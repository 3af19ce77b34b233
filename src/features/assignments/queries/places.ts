import { z } from 'zod';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { OPEN_STATES } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';

const OPEN_ASSIGNMENTS = ['proposed', 'active'];

const withPeople = {
  cohort: true,
  organisation: true,
  assignments: {
    where: { state: { in: OPEN_ASSIGNMENTS } },
    include: { expert: true },
    orderBy: { proposedAt: 'desc' },
  },
  handOvers: { where: { state: 'open' } },
} as const;

const openPlaces: string[] = [...OPEN_STATES];

/** An organisation's place with those who are asked or active now; null when there is none. */
export const placeById = (db: Db | Tx, id: string) =>
  db.participation.findUnique({ where: { id }, include: withPeople });

export type Place = NonNullable<Awaited<ReturnType<typeof placeById>>>;

/** The assignment that is active now. */
export const leadAt = (place: Place): Place['assignments'][number] | null =>
  place.assignments.find((one) => one.state === 'active') ?? null;

/** The assignment that is asked now. */
export const askedAt = (place: Place): Place['assignments'][number] | null =>
  place.assignments.find((one) => one.state === 'proposed') ?? null;

/** The hand-over that is under way: whoever leads the place, if anybody, leaves it. */
export const handOverAt = (place: Place): Place['handOvers'][number] | null => place.handOvers[0] ?? null;

/** Whether nobody else can be asked for the place now: somebody is, or leads it and stays. */
export const isTaken = (place: Place): boolean =>
  askedAt(place) !== null || (leadAt(place) !== null && handOverAt(place) === null);

/** Whether the cohort's programme gives each organisation an expert of its own. */
export const hasMentor = (place: { readonly cohort: Place['cohort'] }): boolean =>
  definitionOf(place.cohort).switches.mentor;

const needs = z.object({ needs: z.array(z.string()) });

/** The fields in which the organisation asked for help in its application; none when it was not asked. */
export async function needsOf(
  db: Db | Tx,
  place: { readonly applicationId: string | null },
): Promise<readonly string[]> {
  if (!place.applicationId) return [];
  const application = await db.application.findUnique({
    where: { id: place.applicationId },
    select: { answers: true },
  });
  return needs.safeParse(application?.answers).data?.needs ?? [];
}

/** The same for many places at once; those that were not asked are left out. */
export async function fieldsAsked(
  db: Db | Tx,
  places: readonly { readonly id: string; readonly applicationId: string | null }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = places.flatMap(({ applicationId }) => applicationId ?? []);
  const rows = await db.application.findMany({ where: { id: { in: ids } }, select: { id: true, answers: true } });
  const asked = new Map(rows.map(({ id, answers }) => [id, needs.safeParse(answers).data?.needs ?? []]));
  return new Map(places.map(({ id, applicationId }) => [id, asked.get(applicationId ?? '') ?? []]));
}

type PlaceWish = NonNullable<Parameters<Db['participation']['findMany']>[0]>['where'];

async function openPlacesWhere(
  db: Db,
  cohortIds: readonly string[] | null,
  wish: PlaceWish,
): Promise<readonly Place[]> {
  const places = await db.participation.findMany({
    where: {
      state: { in: openPlaces },
      ...wish,
      ...(cohortIds ? { cohortId: { in: [...cohortIds] } } : {}),
    },
    include: withPeople,
    orderBy: [{ organisation: { name: 'asc' } }, { id: 'asc' }],
  });
  return places.filter(hasMentor);
}

const NO_LEAD = { assignments: { none: { state: 'active' } } };
const PASSING = { handOvers: { some: { state: 'open' } } };

/** Open places without an active expert, by organisation; `cohortIds` null means in every cohort. */
export const placesWithoutExpert = (db: Db, cohortIds: readonly string[] | null): Promise<readonly Place[]> =>
  openPlacesWhere(db, cohortIds, NO_LEAD);

/** These, and those whose expert hands them over. */
export const placesToServe = (db: Db, cohortIds: readonly string[] | null): Promise<readonly Place[]> =>
  openPlacesWhere(db, cohortIds, { OR: [NO_LEAD, PASSING] });

/** Open places that an expert leads. */
export const placesWithExpert = (db: Db, cohortIds: readonly string[] | null): Promise<readonly Place[]> =>
  openPlacesWhere(db, cohortIds, { assignments: { some: { state: 'active' } } });

/** How many open places experts lead. */
export const countLed = (db: Db, cohortIds: readonly string[] | null): Promise<number> =>
  db.participation.count({
    where: {
      ...{ state: { in: openPlaces }, assignments: { some: { state: 'active' } } },
      ...(cohortIds ? { cohortId: { in: [...cohortIds] } } : {}),
    },
  });

/** Of these places, the ones for which nobody is asked either. */
export const waitingAmong = (places: readonly Place[]): readonly Place[] =>
  places.filter((place) => place.assignments.length === 0);
