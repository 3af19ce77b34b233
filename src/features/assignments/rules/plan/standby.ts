import { draftProgram } from '../../../../core/program.ts';
import { roomPoints } from '../score.ts';
import type { Judged, Pair } from './judge.ts';
import { LIKELY, likely } from './likely.ts';
import type { Plan } from './plan.ts';
import { roomOf } from './problem.ts';
import type { PlanProgram } from './program.ts';

/** An organisation's expert in reserve. */
export type Standby = { readonly organisationId: string; readonly expertId: string; readonly fit: number };

/** Each further organisation for which one expert stands by counts so much against another. */
const AGAIN = 10;

type Candidates = { readonly judged: Judged; readonly pairs: readonly Pair[]; readonly after: readonly number[] };

/** Possible pairs other than the plan's own, of experts who have room beside the plan. */
function candidatesOf(judged: Judged, plan: Plan): Candidates {
  const expertOf = new Map(plan.pairs.map((pair) => [pair.organisationId, pair.expertId]));
  const loads = new Map(plan.loads.map((one) => [one.expertId, one.after]));
  const after = judged.experts.map(({ expertId, load }) => loads.get(expertId) ?? load);
  const pairs = judged.pairs.flat().filter(({ organisation, expert }) => {
    const chosen = expertOf.get(judged.organisations[organisation]?.id ?? '');
    const { expertId = '', maxLoad = 0 } = judged.experts[expert] ?? {};
    return chosen !== undefined && chosen !== expertId && roomOf({ maxLoad, load: after[expert] ?? 0 }) > 0;
  });
  return { judged, pairs, after };
}

/** How many organisations each expert could stand by for. */
function asked({ judged, pairs }: Candidates): readonly number[] {
  const counts = judged.experts.map(() => 0);
  for (const { expert } of pairs) counts[expert] = (counts[expert] ?? 0) + 1;
  return counts;
}

/** The likely ones of these pairs. */
function likelyAmong({ organisations, experts }: Judged, pairs: readonly Pair[]): ReadonlySet<Pair> {
  const rows = organisations.map((): Pair[] => []);
  for (const pair of pairs) rows[pair.organisation]?.push(pair);
  return likely({ pairs: rows, experts });
}

type Standing = {
  readonly index: number;
  readonly places: number;
  readonly waiting: number;
  readonly leaning: number;
};

/** Places that cost the same. */
type Places = { readonly count: number; readonly cost: number };

/** What each further organisation for which an expert stands by costs: more and more, and the last many as the very last. */
function placesOf({ judged, after }: Candidates, { index, places, waiting, leaning }: Standing): readonly Places[] {
  const { maxLoad = 0 } = judged.experts[index] ?? {};
  const load = after[index] ?? 0;
  const enough = Math.min(maxLoad - load, Math.max(1, waiting - 1));
  const costOf = (place: number) => (place < enough ? 0 : leaning) + AGAIN * place - roomPoints(maxLoad, load + place);
  const single = Math.min(places, LIKELY);
  const first = Array.from({ length: single }, (_, place) => ({ count: 1, cost: costOf(place) }));
  return places > single ? [...first, { count: places - single, cost: costOf(places - 1) }] : first;
}

/**
 * The best experts in reserve, as a program; every organisation that can have one has one. As few as possible lean on
 * somebody who would not have the room for all of them, or on one who stands by for all; then comes the best fit, with
 * the work in prospect shared out.
 */
export function standbyProgram(source: Judged, plan: Plan): PlanProgram {
  const candidates = candidatesOf(source, plan);
  const { judged, pairs } = candidates;
  const waiting = [...new Set(pairs.map((pair) => pair.organisation))];
  const draft = draftProgram();
  const rows = new Map(waiting.map((organisation) => [organisation, draft.row(1, 1)]));
  const experts = judged.experts.map(() => draft.row(0, 0));
  const costs: number[] = [];
  const best = pairs.reduce((high, pair) => Math.max(high, pair.fit), 0);
  // More than the points of all together can be.
  const leaning = waiting.length * (best + roomPoints(1, 0) + AGAIN * waiting.length) + 1;
  const probable = likelyAmong(judged, pairs);
  const later: number[] = [];
  for (const pair of pairs) {
    const { organisation, expert, fit } = pair;
    const entries = [
      [rows.get(organisation) ?? 0, 1],
      [experts[expert] ?? 0, 1],
    ] as const;
    const column = draft.column(0, 1, entries);
    if (!probable.has(pair)) later.push(column);
    costs.push(-fit);
  }
  for (const [index, places] of asked(candidates).entries()) {
    for (const { count, cost } of placesOf(candidates, { index, places, waiting: waiting.length, leaning })) {
      draft.column(0, count, [[experts[index] ?? 0, -1]]);
      costs.push(cost);
    }
  }
  return { program: draft.finish([{ kind: 'least', costs: Float64Array.from(costs) }], later), pairs };
}

/** The chosen pairs in words of the problem. */
export const standbysOf = ({ organisations, experts }: Judged, pairs: readonly Pair[]): readonly Standby[] =>
  pairs.map(({ organisation, expert, fit }) => ({
    ...{ organisationId: organisations[organisation]?.id ?? '', expertId: experts[expert]?.expertId ?? '', fit },
  }));
