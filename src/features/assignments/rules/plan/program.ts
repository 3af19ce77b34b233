import { draftProgram, type Entry, type Program } from '../../../../core/program.ts';
import type { Judged, Pair } from './judge.ts';
import { likely } from './likely.ts';
import type { Goal } from './problem.ts';
import { leftOver, type Serving } from './serving.ts';
import { NOTHING, placesOf, stagesOf, type Weights } from './stages.ts';
import { atOnce, type Steps } from './steps.ts';

/** Who has whom now or in the plan before: expert by organisation. */
export type Keep = ReadonlyMap<string, string>;

/** So many columns are written at one go. */
const PAIRS_IN_STEP = 5_000;

export type Question = {
  readonly judged: Judged;
  /** One way to leave out as few as possible. */
  readonly serving: Serving;
  readonly goal: Goal;
  /** Re-solving: as few changes as possible against this come before the goal. */
  readonly keep: Keep | null;
};

/** A program and the pairs that its first columns stand for. */
export type PlanProgram = { readonly program: Program; readonly pairs: readonly Pair[] };

export const isKept = ({ organisations, experts }: Judged, keep: Keep | null, pair: Pair): boolean =>
  keep !== null && keep.get(organisations[pair.organisation]?.id ?? '') === experts[pair.expert]?.expertId;

/** Places of the pairs that are probably not needed: neither among an organisation's best nor kept nor one way to serve all. */
function unlikely({ judged, serving, keep }: Question, pairs: readonly Pair[]): readonly number[] {
  const best = likely(judged);
  const isLikely = (pair: Pair) =>
    best.has(pair) || serving.expertOf[pair.organisation] === pair.expert || isKept(judged, keep, pair);
  return [...pairs.entries()].filter(([, pair]) => !isLikely(pair)).map(([index]) => index);
}

type Column = (entries: readonly Entry[], weights: Weights) => void;

/** Each organisation may be among those for whom there is nobody; one for whom staff pinned somebody last of all. */
function leaveOut(judged: Judged, organisations: readonly number[], nobody: number, column: Column): void {
  for (const [index, row] of organisations.entries()) {
    const entries = [
      [row, 1],
      [nobody, 1],
    ] as const;
    column(entries, { ...NOTHING, unpinned: judged.pinsOf(index).length > 0 ? 1 : 0 });
  }
}

/**
 * The plan as a transport problem: each organisation has one expert or is among those left, each expert fills places
 * from the best on. Its corners are whole, so no column has to be declared so.
 */
export function* planning(question: Question): Steps<PlanProgram> {
  const { judged, serving, goal, keep } = question;
  const left = leftOver(serving).length;
  const draft = draftProgram();
  const organisations = judged.organisations.map(() => draft.row(1, 1));
  const experts = judged.experts.map(() => draft.row(0, 0));
  const weights: Weights[] = [];
  const column: Column = (entries, one) => {
    draft.column(0, 1, entries);
    weights.push(one);
  };
  const pairs = judged.pairs.flat().filter((pair) => (judged.room[pair.expert] ?? 0) > 0);
  for (const [index, pair] of pairs.entries()) {
    if (index % PAIRS_IN_STEP === PAIRS_IN_STEP - 1) yield;
    const { organisation, expert, fit, isPinned } = pair;
    const kept = Number(isKept(judged, keep, pair));
    column(
      [
        [organisations[organisation] ?? 0, 1],
        [experts[expert] ?? 0, 1],
      ],
      { ...NOTHING, kept, level: isPinned ? Number.POSITIVE_INFINITY : fit, points: fit },
    );
  }
  if (left > 0) leaveOut(judged, organisations, draft.row(left, left), column);
  for (const [index, row] of experts.entries()) {
    for (const place of placesOf(judged, index)) column([[row, -1]], place);
  }
  const stages = stagesOf(weights, { goal, isResolving: keep !== null, organisations: organisations.length });
  return { program: draft.finish(stages, unlikely(question, pairs)), pairs };
}

/** The same without a break. */
export const planProgram = (question: Question): PlanProgram => atOnce(planning(question));
