import type { Db, Tx } from '../../../platform/db/client.ts';
import { cohortById, type DeadlineKind, definitionOf } from '../../programmes/public.ts';
import type { Scope, Target } from '../ids.ts';
import { deadlinesOfPlaces, type OpenPlace, openPlaces, standingOf } from '../queries/index.ts';
import { isSameGroup, type Kind, keyOf, type Standing, withDays } from '../rules/index.ts';

type Cohort = NonNullable<Awaited<ReturnType<typeof cohortById>>>;
export type KnownKind = Omit<DeadlineKind, 'after'> & Kind;

/** The kinds of a cohort's definition, with the days that stand in its settings. */
export function kindsOf(cohort: { readonly definition: unknown }): readonly KnownKind[] {
  const { deadlines, settings } = definitionOf(cohort);
  return withDays(deadlines, settings);
}

/** What came of an act on many: how many organisations it concerned, and what it was about; nothing when it was done before. */
export type Done = { readonly places: number; readonly label: KnownKind['label'] | null };

/** A cohort with everything that its deadlines depend on. */
export type CohortWorld = {
  readonly cohort: Cohort;
  readonly kinds: readonly KnownKind[];
  readonly places: readonly OpenPlace[];
  readonly standing: readonly Standing[];
};

/** Reads a cohort's deadlines of the places that are in the programme; null when there is no such cohort. */
export async function worldOf(db: Db | Tx, cohortId: string): Promise<CohortWorld | null> {
  const cohort = await cohortById(db, cohortId);
  if (!cohort) return null;
  const places = await openPlaces(db, cohortId);
  const rows = await deadlinesOfPlaces(
    db,
    places.map(({ id }) => id),
  );
  return { cohort, kinds: kindsOf(cohort), places, standing: rows.map(standingOf) };
}

/** The places that staff mean: one, those of a line of the list, chosen ones, or all. */
export function placesIn({ places, standing }: CohortWorld, { group, participationId }: Target, scope: Scope) {
  if (participationId !== null) return places.filter(({ id }) => id === participationId);
  if (scope.of === 'all') return places;
  if (scope.of === 'places') return places.filter(({ id }) => scope.ids.includes(id));
  const at = (id: string) => standing.find((one) => one.participationId === id && one.kind === group.kind);
  return places.filter(({ id }) => isSameGroup(keyOf(group.kind, at(id)), group));
}
