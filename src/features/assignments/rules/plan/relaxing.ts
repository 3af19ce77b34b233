import type { Judged, Refusal } from './judge.ts';
import { type PairFact, type PlanExpert, type PlanOrganisation, type Problem, roomOf } from './problem.ts';

/** Something that staff could settle with somebody so that more organisations are served. */
export type Relaxation =
  | { readonly kind: 'one_more'; readonly expertId: string; readonly count: number }
  | { readonly kind: 'drop_region'; readonly organisationId: string }
  | { readonly kind: 'drop_language'; readonly organisationId: string }
  | { readonly kind: 'lift_decline'; readonly organisationId: string; readonly expertId: string }
  | { readonly kind: 'unpin'; readonly organisationId: string }
  /** The tie may have ended: to be looked into. One that staff have looked into is never lifted. */
  | { readonly kind: 'review_tie'; readonly organisationId: string; readonly expertId: string };

export type RelaxationKind = Relaxation['kind'];
export const RELAXATION_KINDS = [
  'one_more',
  'drop_region',
  'drop_language',
  'lift_decline',
  'unpin',
  'review_tie',
] as const satisfies readonly RelaxationKind[];

/**
 * How much is asked with each: another organisation of an expert least, looking into a tie most. A second one more is
 * asked of the same expert only when it saves asking two others, and of somebody who takes nobody now hardly.
 */
const PRICES = { drop_region: 12, drop_language: 20, lift_decline: 15, unpin: 12, review_tie: 60 } as const;
const ONE_MORE = [10, 15] as const;
const TAKES_NOBODY = 30;

export const oneMorePrices = ({ maxLoad }: Pick<PlanExpert, 'maxLoad'>): readonly number[] =>
  maxLoad > 0 ? ONE_MORE : [TAKES_NOBODY];

export const priceOf = (kind: Exclude<RelaxationKind, 'one_more'>): number => PRICES[kind];

/** What it costs to settle all of this. */
export const costOf = (relaxations: readonly Relaxation[], { experts }: Pick<Problem, 'experts'>): number =>
  relaxations.reduce((sum, one) => {
    if (one.kind !== 'one_more') return sum + PRICES[one.kind];
    const expert = experts.find(({ expertId }) => expertId === one.expertId);
    const prices = expert ? oneMorePrices(expert).slice(0, one.count) : [];
    return sum + prices.reduce((more, price) => more + price, 0);
  }, 0);

/** What would lift one rule from a pair, or null when nothing may. */
function liftOf(refusal: Refusal, organisationId: string, expertId: string, fact?: PairFact): Relaxation | null {
  switch (refusal.rule) {
    case 'region':
      return { kind: 'drop_region', organisationId };
    case 'language':
      return { kind: 'drop_language', organisationId };
    case 'declined':
      return { kind: 'lift_decline', organisationId, expertId };
    case 'pinned_elsewhere':
      return { kind: 'unpin', organisationId };
    case 'tie':
      return fact?.tie === 'tie' ? { kind: 'review_tie', organisationId, expertId } : null;
    default:
      return null;
  }
}

/** What would have to be settled for a refused pair; null when it stays forbidden whatever is settled. */
export function liftsOf(
  judged: Judged,
  row: number,
  column: number,
  refusals: readonly Refusal[],
): readonly Relaxation[] | null {
  const [organisation, expert] = [judged.organisations[row], judged.experts[column]];
  if (!organisation || !expert) return null;
  const fact = judged.factOf(row, column);
  const lifts = refusals.map((refusal) => liftOf(refusal, organisation.id, expert.expertId, fact));
  return lifts.every((one) => one !== null) ? lifts : null;
}

/** Somebody without room has it made, one above what they lead; others have one more than their limit. */
const raised = (expert: PlanExpert, count: number): PlanExpert => ({
  ...expert,
  maxLoad: expert.load + roomOf(expert) + count,
});

const without = (organisation: PlanOrganisation, condition: 'region' | 'language'): PlanOrganisation => ({
  ...organisation,
  conditions: (organisation.conditions ?? []).filter((one) => one !== condition),
});

function relaxed({ organisations, experts, facts }: Problem, one: Relaxation): Problem {
  const ofOrganisation = (id: string) => 'organisationId' in one && one.organisationId === id;
  const ofPair = (fact: PairFact) =>
    ofOrganisation(fact.organisationId) && 'expertId' in one && one.expertId === fact.expertId;
  const changed = (when: (fact: PairFact) => boolean, change: Partial<PairFact>) =>
    facts.map((fact) => (when(fact) ? { ...fact, ...change } : fact));
  const dropped = (condition: 'region' | 'language') =>
    organisations.map((each) => (ofOrganisation(each.id) ? without(each, condition) : each));
  switch (one.kind) {
    case 'one_more': {
      const more = experts.map((each) => (each.expertId === one.expertId ? raised(each, one.count) : each));
      return { organisations, experts: more, facts };
    }
    case 'drop_region':
      return { organisations: dropped('region'), experts, facts };
    case 'drop_language':
      return { organisations: dropped('language'), experts, facts };
    case 'lift_decline':
      return { organisations, experts, facts: changed(ofPair, { hasDeclined: false }) };
    case 'unpin':
      return {
        organisations,
        experts,
        facts: changed((fact) => ofOrganisation(fact.organisationId), { isPinned: false }),
      };
    case 'review_tie':
      return {
        organisations,
        experts,
        facts: changed((fact) => ofPair(fact) && fact.tie === 'tie', { tie: 'pinned_no_tie' }),
      };
  }
}

/** The problem as it is once all of this is settled. */
export const relax = (problem: Problem, relaxations: readonly Relaxation[]): Problem =>
  relaxations.reduce(relaxed, problem);
