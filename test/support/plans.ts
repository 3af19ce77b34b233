import fc from 'fast-check';
import { fitOf, fitParts, roomPoints } from '../../src/features/assignments/rules/index.ts';
import {
  candidateOf,
  type Goal,
  type PairFact,
  type PlanExpert,
  type PlanOrganisation,
  type Problem,
} from '../../src/features/assignments/rules/plan/index.ts';

const FIELDS = ['finance', 'communication', 'volunteers'];
const REGIONS = ['lodzkie', 'slaskie', 'opolskie'];

export const expert = (id: string, facts: Partial<PlanExpert> = {}): PlanExpert => ({
  ...{ expertId: id, name: `Osoba ${id}`, fields: ['finance'], regions: [], maxLoad: 1, load: 0 },
  ...{ isInactive: false, isInCohort: true, experience: 0 },
  ...facts,
});

export const organisation = (id: string, facts: Partial<PlanOrganisation> = {}): PlanOrganisation => ({
  ...{ id, needs: ['finance'], voivodeship: 'lodzkie' },
  ...facts,
});

export const problemOf = (
  organisations: readonly PlanOrganisation[],
  experts: readonly PlanExpert[],
  facts: readonly PairFact[] = [],
): Problem => ({ organisations, experts, facts });

const rarely = (weight: number) => fc.integer({ min: 0, max: 99 }).map((one) => one < weight);
const anyWish = fc.constantFrom('for' as const, 'against' as const);

/** Up to so many organisations and experts, with every rule, wish and pin there is. */
export function anyProblem(most: { readonly organisations: number; readonly experts: number }): fc.Arbitrary<Problem> {
  const organisations = fc
    .array(
      fc.record(
        {
          ...{ needs: fc.subarray(FIELDS), voivodeship: fc.constantFrom(...REGIONS) },
          ...{ language: fc.constant('uk'), conditions: fc.subarray(['region', 'language'] as const) },
        },
        { requiredKeys: ['needs', 'voivodeship'] },
      ),
      { minLength: 1, maxLength: most.organisations },
    )
    .map((list) => list.map((one, n): PlanOrganisation => ({ id: `o${n}`, ...one })));
  const experts = fc
    .array(
      fc.record({
        ...{ fields: fc.subarray(FIELDS), regions: fc.subarray(REGIONS), languages: fc.subarray(['pl', 'uk']) },
        ...{ maxLoad: fc.integer({ min: 0, max: 4 }), load: fc.integer({ min: 0, max: 3 }), experience: fc.nat(2) },
        ...{ isInactive: rarely(5), isInCohort: rarely(95) },
      }),
      { minLength: 1, maxLength: most.experts },
    )
    .map((list) => list.map((one, n) => expert(`e${n}`, one)));
  return fc.tuple(organisations, experts).chain(([places, people]) =>
    fc
      .array(
        fc.record(
          {
            organisationId: fc.constantFrom(...places.map((one) => one.id)),
            expertId: fc.constantFrom(...people.map((one) => one.expertId)),
            tie: fc.constantFrom('pinned_tie' as const, 'tie' as const, 'no_tie' as const, 'pinned_no_tie' as const),
            hasDeclined: fc.boolean(),
            isPinned: rarely(25),
            organisationWish: anyWish,
            expertWish: anyWish,
          },
          { requiredKeys: ['organisationId', 'expertId'] },
        ),
        { maxLength: 6 },
      )
      .map((facts): Problem => problemOf(places, people, uniquePairs(facts))),
  );
}

const uniquePairs = (facts: readonly PairFact[]): readonly PairFact[] => [
  ...new Map(facts.map((fact) => [`${fact.organisationId} ${fact.expertId}`, fact])).values(),
];

const factOf = ({ facts }: Problem, place: string, person: string) =>
  facts.find((fact) => fact.organisationId === place && fact.expertId === person);

const pinned = ({ facts }: Problem, place: string) =>
  facts.filter((fact) => fact.organisationId === place && fact.isPinned).map((fact) => fact.expertId);

/** Whether a pair is possible, said once more in other words than in the rules. */
export function mayServe(problem: Problem, place: PlanOrganisation, person: PlanExpert): boolean {
  const fact = factOf(problem, place.id, person.expertId);
  if (person.isInactive || !person.isInCohort) return false;
  if (fact?.tie === 'tie' || fact?.tie === 'pinned_tie' || fact?.hasDeclined) return false;
  const { regions, languages = [] } = person;
  const { conditions = [], language } = place;
  if (conditions.includes('region') && regions.length > 0 && !regions.includes(place.voivodeship)) return false;
  if (conditions.includes('language') && language && !languages.includes(language)) return false;
  const pins = pinned(problem, place.id);
  return pins.length === 0 || pins.includes(person.expertId);
}

export type Value = { left: number; unpinned: number; changes: number; lowest: number; total: number; squares: number };

/** The worth of one way to assign, expert by organisation in their order; null for nobody. */
export function worthOf(
  problem: Problem,
  chosen: readonly (string | null)[],
  keep?: ReadonlyMap<string, string>,
): Value {
  const value: Value = { left: 0, unpinned: 0, changes: 0, lowest: Number.POSITIVE_INFINITY, total: 0, squares: 0 };
  const loads = new Map(problem.experts.map((one) => [one.expertId, one.load]));
  for (const [index, place] of problem.organisations.entries()) {
    const person = problem.experts.find((one) => one.expertId === chosen[index]);
    if (keep?.has(place.id) && keep.get(place.id) !== person?.expertId) value.changes += 1;
    if (!person) {
      value.left += 1;
      if (pinned(problem, place.id).length > 0) value.unpinned += 1;
      continue;
    }
    const fit = fitOf(fitParts(candidateOf(person, factOf(problem, place.id, person.expertId)), place));
    if (pinned(problem, place.id).length === 0) value.lowest = Math.min(value.lowest, fit);
    const load = loads.get(person.expertId) ?? 0;
    value.total += fit + roomPoints(person.maxLoad, load);
    loads.set(person.expertId, load + 1);
  }
  for (const load of loads.values()) value.squares += load * load;
  return value;
}

/** Everything that is allowed, one by one. */
function* everyWay(
  problem: Problem,
  from = 0,
  chosen: readonly (string | null)[] = [],
): Generator<readonly (string | null)[]> {
  const place = problem.organisations[from];
  if (!place) {
    yield chosen;
    return;
  }
  for (const person of problem.experts) {
    const has = chosen.filter((one) => one === person.expertId).length;
    if (person.load + has >= person.maxLoad || !mayServe(problem, place, person)) continue;
    yield* everyWay(problem, from + 1, [...chosen, person.expertId]);
  }
  yield* everyWay(problem, from + 1, [...chosen, null]);
}

/** What matters first is compared first. */
export const inOrder = (value: Value, goal: Goal): readonly number[] => [
  ...[value.left, value.unpinned, value.changes],
  ...(goal === 'lowest' ? [-value.lowest] : []),
  ...[-value.total, value.squares],
];

function isBetter(a: Value, b: Value, goal: Goal): boolean {
  const [left, right] = [inOrder(a, goal), inOrder(b, goal)];
  const differs = left.findIndex((one, index) => one !== right[index]);
  return differs >= 0 && (left[differs] ?? 0) < (right[differs] ?? 0);
}

/** The best value by looking at every way. */
export function bestByForce(problem: Problem, goal: Goal, keep?: ReadonlyMap<string, string>): Value {
  let best: Value | null = null;
  for (const way of everyWay(problem)) {
    const value = worthOf(problem, way, keep);
    if (!best || isBetter(value, best, goal)) best = value;
  }
  if (!best) throw new Error('leaving everybody out is always a way');
  return best;
}

/** The size of the smallest group with fewer places than members, by looking at every group; null when there is none. */
export function smallestShortGroup(problem: Problem): number | null {
  let least: number | null = null;
  const { organisations, experts } = problem;
  for (let bits = 1; bits < 2 ** organisations.length; bits += 1) {
    const group = organisations.filter((_, index) => bits & (1 << index));
    const allowed = experts.filter((one) => group.some((place) => mayServe(problem, place, one)));
    const room = allowed.reduce((sum, { maxLoad, load }) => sum + Math.max(0, maxLoad - load), 0);
    if (group.length > room && (least === null || group.length < least)) least = group.length;
  }
  return least;
}
