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
} as const;

const openPlaces: string[] = [...OPEN_STATES];

/** An organisation's place with those who are asked or active now; null when there is none. */
export const placeById = (db: Db | Tx, id: string) =>
  db.participation.findUnique({ where: { id }, include: withPeople });

export type Place = NonNullable<Awaited<ReturnType<typeof placeById>>>;

/** The assignment that is asked or active now, the active one first. */
export const currentOf = (place: Place): Place['assignments'][number] | null =>
  place.assignments.find((one) => one.state === 'active') ?? place.assignments[0] ?? null;

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

/** Open places without an active expert, by organisation; `cohortIds` null means in every cohort. */
export async function placesWithoutExpert(db: Db, cohortIds: readonly string[] | null): Promise<readonly Place[]> {
  const places = await db.participation.findMany({
    where: {
      state: { in: openPlaces },
      assignments: { none: { state: 'active' } },
      ...(cohortIds ? { cohortId: { in: [...cohortIds] } } : {}),
    },
    include: withPeople,
    orderBy: [{ organisation: { name: 'asc' } }, { id: 'asc' }],
  });
  return places.filter(hasMentor);
}

/** Of these places, the ones for which nobody is asked either. */
export const waitingAmong = (places: readonly Place[]): readonly Place[] =>
  places.filter((place) => place.assignments.length === 0);
