import type { Candidate } from '../candidate.ts';
import { type Exclusion, exclusionsOf } from '../exclusion.ts';
import { fitOf, fitParts } from '../score.ts';
import { candidateOf, type PairFact, type PlanExpert, type PlanOrganisation, type Problem, roomOf } from './problem.ts';
import { atOnce, type Steps } from './steps.ts';

/** Why a pair is not possible: a rule of the ranking, or a pin that binds the organisation to others. */
export type Refusal = Exclusion | { readonly rule: 'pinned_elsewhere'; readonly expertIds: readonly string[] };

/** A pair that no rule forbids, whether or not the expert has room; numbers are places in the lists of `Judged`. */
export type Pair = {
  readonly organisation: number;
  readonly expert: number;
  /** Points of the pair itself, without the expert's room. */
  readonly fit: number;
  readonly isPinned: boolean;
};

/** A problem in its own order, so that the order in which it was given means nothing. */
export type Judged = {
  readonly problem: Problem;
  readonly organisations: readonly PlanOrganisation[];
  readonly experts: readonly PlanExpert[];
  /** How many more each expert can take. */
  readonly room: readonly number[];
  /** The possible pairs of each organisation, by expert. */
  readonly pairs: readonly (readonly Pair[])[];
  readonly factOf: (organisation: number, expert: number) => PairFact | undefined;
  readonly pinsOf: (organisation: number) => readonly string[];
};

const sorted = <T>(list: readonly T[], id: (one: T) => string): readonly T[] =>
  list.toSorted((a, b) => (id(a) < id(b) ? -1 : Number(id(a) > id(b))));

type Lookup = Pick<Judged, 'organisations' | 'experts' | 'factOf' | 'pinsOf'>;

/** Every rule that forbids a pair, the gravest first; a full expert is not forbidden, only without room. */
function rulesOf(candidate: Candidate, organisation: PlanOrganisation, pins: readonly string[]): readonly Refusal[] {
  const rules = exclusionsOf(candidate, organisation).filter((one) => one.rule !== 'full');
  const isElsewhere = pins.length > 0 && !pins.includes(candidate.expertId);
  return isElsewhere ? [...rules, { rule: 'pinned_elsewhere', expertIds: pins }] : rules;
}

/** Every rule that forbids a pair, by its places in the lists. */
export function refusalsOf(judged: Lookup, row: number, column: number): readonly Refusal[] {
  const [organisation, expert] = [judged.organisations[row], judged.experts[column]];
  if (!organisation || !expert) throw new RangeError('no such pair');
  return rulesOf(candidateOf(expert, judged.factOf(row, column)), organisation, judged.pinsOf(row));
}

function lookupOf(problem: Problem): Lookup {
  const organisations = sorted(problem.organisations, (one) => one.id);
  const experts = sorted(problem.experts, (one) => one.expertId);
  const facts = new Map<string, Map<string, PairFact>>();
  for (const fact of problem.facts) {
    const known = facts.get(fact.organisationId) ?? new Map<string, PairFact>();
    known.set(fact.expertId, { ...known.get(fact.expertId), ...fact });
    facts.set(fact.organisationId, known);
  }
  const pins = organisations.map(({ id }) =>
    [...(facts.get(id)?.values() ?? [])]
      .filter((fact) => fact.isPinned)
      .map((fact) => fact.expertId)
      .sort(),
  );
  return {
    ...{ organisations, experts },
    factOf: (row, column) => facts.get(organisations[row]?.id ?? '')?.get(experts[column]?.expertId ?? ''),
    pinsOf: (row) => pins[row] ?? [],
  };
}

/** The possible pairs of one organisation. */
function pairsOfRow(lookup: Lookup, plain: readonly Candidate[], row: number): readonly Pair[] {
  const { organisations, experts, factOf, pinsOf } = lookup;
  const [organisation, pins] = [organisations[row], pinsOf(row)];
  if (!organisation) throw new RangeError('no such organisation');
  return experts.flatMap((expert, column): readonly Pair[] => {
    const fact = factOf(row, column);
    const candidate = (fact ? undefined : plain[column]) ?? candidateOf(expert, fact);
    if (rulesOf(candidate, organisation, pins).length > 0) return [];
    const fit = fitOf(fitParts(candidate, organisation));
    return [{ organisation: row, expert: column, fit, isPinned: pins.length > 0 }];
  });
}

/** Judges every pair by the rules and the points of the ranking; a step for each organisation, so that others get a turn. */
export function* judging(problem: Problem): Steps<Judged> {
  const lookup = lookupOf(problem);
  const { organisations, experts } = lookup;
  const plain = experts.map((expert) => candidateOf(expert, undefined));
  const pairs: (readonly Pair[])[] = [];
  for (const row of organisations.keys()) {
    pairs.push(pairsOfRow(lookup, plain, row));
    yield;
  }
  return { problem, ...lookup, room: experts.map(roomOf), pairs };
}

/** The same without a break. */
export const judge = (problem: Problem): Judged => atOnce(judging(problem));
