import type { Candidate, Wanted, Wish } from '../candidate.ts';

/** What is known about a tie of a pair. Pinned: looked into by staff, so that no hint and no wish changes it. */
export type TieState = 'pinned_tie' | 'tie' | 'no_tie' | 'pinned_no_tie';

/** An organisation's place in the cohort that needs an expert. */
export type PlanOrganisation = Wanted & { readonly id: string };

/** An expert as the plan sees one; `load` counts organisations led or proposed now, over all cohorts. */
export type PlanExpert = Omit<Candidate, 'tie' | 'hasDeclined' | 'wishes'>;

/** What is special about a pair; pairs about which there is nothing to say are left out. */
export type PairFact = {
  readonly organisationId: string;
  readonly expertId: string;
  readonly tie?: TieState;
  /** The kind of tie. */
  readonly category?: string;
  readonly hasDeclined?: boolean;
  /** Set by staff: this pair or none. It lifts no rule. */
  readonly isPinned?: boolean;
  readonly organisationWish?: Wish;
  readonly expertWish?: Wish;
};

/** A cohort to be planned (CO-9). The order of the lists means nothing. */
export type Problem = {
  readonly organisations: readonly PlanOrganisation[];
  readonly experts: readonly PlanExpert[];
  readonly facts: readonly PairFact[];
};

/** `total`: the best sum of points. `lowest`: first the worst pair as good as can be, then the sum. */
export type Goal = 'total' | 'lowest';

/** How many more an expert can take. */
export const roomOf = ({ maxLoad, load }: Pick<PlanExpert, 'maxLoad' | 'load'>): number => Math.max(0, maxLoad - load);

const isTied = (fact: PairFact): boolean => fact.tie === 'pinned_tie' || fact.tie === 'tie';

/** An expert as the ranking sees one, for a pair about which this is known. */
export function candidateOf(expert: PlanExpert, fact: PairFact | undefined): Candidate {
  if (!fact) return { ...expert, tie: null, hasDeclined: false };
  const { organisationWish, expertWish } = fact;
  const wishes = {
    ...(organisationWish ? { organisation: organisationWish } : {}),
    ...(expertWish ? { expert: expertWish } : {}),
  };
  const tie = isTied(fact) ? (fact.category ?? 'other') : null;
  return { ...expert, tie, hasDeclined: fact.hasDeclined ?? false, wishes };
}
