import { roomPoints } from '../score.ts';
import type { Judged, Pair } from './judge.ts';
import type { Goal } from './problem.ts';
import { isKept, type Keep } from './program.ts';

/** One organisation with its expert. */
export type Planned = {
  readonly organisationId: string;
  readonly expertId: string;
  /** Points of the pair itself. */
  readonly fit: number;
  /** Points as in the ranking: with the expert's room as it is before the plan. */
  readonly score: number;
  readonly isPinned: boolean;
  /** As in the plan before. */
  readonly isKept: boolean;
};

/** How many organisations an expert leads over all cohorts, before and with the plan. */
export type PlanLoad = {
  readonly expertId: string;
  readonly before: number;
  readonly after: number;
  readonly maxLoad: number;
};

export type Plan = {
  readonly goal: Goal;
  readonly pairs: readonly Planned[];
  /** Organisations for which there is nobody. */
  readonly left: readonly string[];
  /** Points of all pairs and of the room that experts have at each step. */
  readonly total: number;
  /** The fit of the worst pair that staff did not pin; null when there is none. */
  readonly lowest: number | null;
  /** Organisations of the plan before that have another expert, or none; null when there was no plan before. */
  readonly changes: number | null;
  readonly loads: readonly PlanLoad[];
  /** Nothing better exists; false when the time was over first. */
  readonly isProven: boolean;
};

/** Points of room that the plan uses: the first place of an expert counts most. */
const roomTotal = (loads: readonly PlanLoad[]): number =>
  loads.reduce((sum, { before, after, maxLoad }) => {
    const places = Array.from({ length: after - before }, (_, place) => roomPoints(maxLoad, before + place));
    return sum + places.reduce((points, one) => points + one, 0);
  }, 0);

function changesAgainst(keep: Keep | null, { organisations }: Judged, pairs: readonly Planned[]): number | null {
  if (!keep) return null;
  const before = organisations.filter((one) => keep.has(one.id)).length;
  return before - pairs.filter((pair) => pair.isKept).length;
}

function plannedOf(judged: Judged, pair: Pair, keep: Keep | null): Planned {
  const [organisation, expert] = [judged.organisations[pair.organisation], judged.experts[pair.expert]];
  if (!organisation || !expert) throw new RangeError('a pair of nobody');
  const { fit, isPinned } = pair;
  return {
    ...{
      organisationId: organisation.id,
      expertId: expert.expertId,
      fit,
      isPinned,
      isKept: isKept(judged, keep, pair),
    },
    score: fit + roomPoints(expert.maxLoad, expert.load),
  };
}

export type Chosen = { readonly pairs: readonly Pair[]; readonly goal: Goal; readonly keep: Keep | null };

/** The plan that consists of these pairs. @throws when they break a limit or serve an organisation twice. */
export function planOf(judged: Judged, { pairs: chosen, goal, keep }: Chosen, isProven: boolean): Plan {
  const pairs = chosen.map((pair) => plannedOf(judged, pair, keep));
  const served = new Set(pairs.map((pair) => pair.organisationId));
  if (served.size < pairs.length) throw new Error('an organisation has two experts in one plan');
  const loads = judged.experts.map(({ expertId, load, maxLoad }) => {
    const given = pairs.filter((pair) => pair.expertId === expertId).length;
    if (given > Math.max(0, maxLoad - load)) throw new Error('an expert has more in a plan than there is room for');
    return { expertId, before: load, after: load + given, maxLoad };
  });
  const free = pairs.filter((pair) => !pair.isPinned).map((pair) => pair.fit);
  return {
    ...{ goal, pairs, loads, isProven },
    left: judged.organisations.filter((one) => !served.has(one.id)).map((one) => one.id),
    total: pairs.reduce((sum, pair) => sum + pair.fit, 0) + roomTotal(loads),
    lowest: free.length > 0 ? Math.min(...free) : null,
    changes: changesAgainst(keep, judged, pairs),
  };
}

/** The pairs that a solution uses. @throws when it is not whole. */
export function pairsOf(pairs: readonly Pair[], values: Float64Array): readonly Pair[] {
  return pairs.filter((_, index) => {
    const value = values[index] ?? 0;
    if (Math.abs(value - Math.round(value)) > 1e-6) throw new Error('a plan that divides an organisation');
    return value > 0.5;
  });
}
