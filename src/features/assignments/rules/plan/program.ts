import { draftProgram, type Program } from '../../../../core/program.ts';
import type { Judged, Pair } from './judge.ts';
import type { Goal } from './problem.ts';
import { NOTHING, placesOf, stagesOf, type Weights } from './stages.ts';

/** Who has whom now or in the plan before: expert by organisation. */
export type Keep = ReadonlyMap<string, string>;

export type Question = {
  readonly judged: Judged;
  /** How many organisations stay without an expert; the fewest possible. */
  readonly left: number;
  readonly goal: Goal;
  /** Re-solving: as few changes as possible against this come before the goal. */
  readonly keep: Keep | null;
};

/** A program and the pairs that its first columns stand for. */
export type PlanProgram = { readonly program: Program; readonly pairs: readonly Pair[] };

export const isKept = ({ organisations, experts }: Judged, keep: Keep | null, pair: Pair): boolean =>
  keep !== null && keep.get(organisations[pair.organisation]?.id ?? '') === experts[pair.expert]?.expertId;

/**
 * The plan as a transport problem: each organisation has one expert or is among those left, each expert fills places
 * from the best on. Its corners are whole, so no column has to be declared so.
 */
export function planProgram(question: Question): PlanProgram {
  const { judged, left, goal, keep } = question;
  const draft = draftProgram();
  const organisations = judged.organisations.map(() => draft.row(1, 1));
  const experts = judged.experts.map(() => draft.row(0, 0));
  const weights: Weights[] = [];
  const column = (entries: Parameters<typeof draft.column>[2], one: Weights) => {
    draft.column(0, 1, entries);
    weights.push(one);
  };
  const pairs = judged.pairs.flat().filter((pair) => (judged.room[pair.expert] ?? 0) > 0);
  for (const pair of pairs) {
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
  if (left > 0) {
    const nobody = draft.row(left, left);
    for (const [index, row] of organisations.entries()) {
      const entries = [
        [row, 1],
        [nobody, 1],
      ] as const;
      column(entries, { ...NOTHING, unpinned: judged.pinsOf(index).length > 0 ? 1 : 0 });
    }
  }
  for (const [index, row] of experts.entries()) {
    for (const place of placesOf(judged, index)) column([[row, -1]], place);
  }
  return {
    program: draft.finish(stagesOf(weights, { goal, isResolving: keep !== null, organisations: organisations.length })),
    pairs,
  };
}
