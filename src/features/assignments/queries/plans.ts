import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Cohort } from '../../../platform/db/generated/client.ts';
import { type Expert, listExperts } from '../../experts/public.ts';
import { waitingFor } from '../../undo/public.ts';
import { assignKey } from '../ids.ts';
import type { PairFact, Problem } from '../rules/plan/index.ts';
import { factOf, inCohort, type Known, knownOf, pairKey, wantedOf } from './known.ts';
import { type Place, placesWithoutExpert, waitingAmong } from './places.ts';

/** The plan that is in preparation for a cohort, with its rows; null when there is none. */
export const preparedPlan = (db: Db | Tx, cohortId: string) =>
  db.cohortPlan.findFirst({
    where: { cohortId, state: 'preparing' },
    include: { rows: { include: withOrganisation } },
  });

const withOrganisation = {
  participation: { select: { organisation: { select: { id: true, name: true, town: true } } } },
} as const;

export type PreparedPlan = NonNullable<Awaited<ReturnType<typeof preparedPlan>>>;
export type PlanRowOf = PreparedPlan['rows'][number];

/** A cohort as a plan sees it now. */
export type CohortFacts = {
  readonly problem: Problem;
  readonly places: ReadonlyMap<string, Place>;
  readonly experts: ReadonlyMap<string, Expert>;
};

/** Places for which nobody is active, nobody is asked, and nothing waits to be done. */
async function openForPlan(db: Db, cohortId: string): Promise<readonly Place[]> {
  const places = waitingAmong(await placesWithoutExpert(db, [cohortId]));
  const waiting = await waitingFor(
    db,
    places.map(({ id }) => assignKey(id)),
  );
  return places.filter(({ id }) => !waiting.has(assignKey(id)));
}

/** The facts of all pairs about which there is something to say. */
function factsOf(places: readonly Place[], experts: readonly Expert[], known: Known): readonly PairFact[] {
  const placesOf = Map.groupBy(places, (place) => place.organisationId);
  return experts.flatMap((expert) => {
    const organisations = new Set([...expert.ties, ...expert.reviews].map((one) => one.organisationId));
    const tied = new Set([...organisations].flatMap((id) => placesOf.get(id) ?? []));
    const special = places.filter((place) => {
      const key = pairKey(place.id, expert.personId);
      return tied.has(place) || known.notes.has(key) || known.declined.has(key);
    });
    return special.flatMap((place) => factOf(expert, place, known) ?? []);
  });
}

/** Everything of a cohort that a plan is made from; at a moment; `pins` are experts set by staff, by place. */
export async function cohortFacts(
  db: Db,
  cohort: Cohort,
  pins: ReadonlyMap<string, string>,
  now: Date,
): Promise<CohortFacts> {
  const [places, experts] = await Promise.all([openForPlan(db, cohort.id), listExperts(db)]);
  const known = await knownOf(db, places, cohort.programmeKey);
  const pinned = places.flatMap(({ id }): readonly PairFact[] => {
    const expertId = pins.get(id);
    return expertId ? [{ organisationId: id, expertId, isPinned: true }] : [];
  });
  return {
    problem: {
      organisations: places.map((place) => ({ id: place.id, ...wantedOf(place, known) })),
      experts: experts.map((expert) => inCohort(expert, cohort, known, now)),
      facts: [...factsOf(places, experts, known), ...pinned],
    },
    places: new Map(places.map((place) => [place.id, place])),
    experts: new Map(experts.map((expert) => [expert.personId, expert])),
  };
}

/** Who is pinned where in a plan. */
export const pinsOf = (plan: PreparedPlan | null): ReadonlyMap<string, string> =>
  new Map((plan?.rows ?? []).flatMap((row) => (row.pinnedId ? [[row.participationId, row.pinnedId] as const] : [])));
