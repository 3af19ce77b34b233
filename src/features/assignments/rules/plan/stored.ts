import type { Judged, Refusal } from './judge.ts';
import { refusalsOf } from './judge.ts';
import { type Plan, planOf } from './plan.ts';
import type { Goal } from './problem.ts';

/** Why a pair of a kept plan holds no longer: a rule, somebody without room, or an organisation or expert that is gone. */
export type Broken = Refusal | { readonly rule: 'full'; readonly load: number; readonly maxLoad: number };

export type Stored = {
  readonly goal: Goal;
  readonly isProven: boolean;
  /** Expert by organisation. */
  readonly chosen: ReadonlyMap<string, string>;
};

export type Standing = {
  /** What still holds of the plan. */
  readonly plan: Plan;
  /** By organisation, why its pair holds no longer. */
  readonly broken: ReadonlyMap<string, Broken>;
};

/**
 * A plan that was kept, as it stands against the facts of now: pairs that a rule forbids by now, or for which there is
 * no room by now, are told apart from those that still hold. Organisations and experts that are gone are left out.
 */
export function standingOf(judged: Judged, { goal, isProven, chosen }: Stored): Standing {
  const broken = new Map<string, Broken>();
  const room = [...judged.room];
  const pairs = judged.organisations.flatMap(({ id }, row) => {
    const column = judged.experts.findIndex(({ expertId }) => expertId === chosen.get(id));
    const expert = judged.experts[column];
    if (!expert) return [];
    const pair = judged.pairs[row]?.find((one) => one.expert === column);
    if (!pair) {
      const [rule] = refusalsOf(judged, row, column);
      if (rule) broken.set(id, rule);
      return [];
    }
    if ((room[column] ?? 0) <= 0) {
      broken.set(id, { rule: 'full', load: expert.load, maxLoad: expert.maxLoad });
      return [];
    }
    room[column] = (room[column] ?? 0) - 1;
    return [pair];
  });
  return { plan: planOf(judged, { pairs, goal, keep: null }, isProven), broken };
}
