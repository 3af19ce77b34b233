import type { Stage } from '../../../../core/program.ts';
import { roomPoints } from '../score.ts';
import type { Judged } from './judge.ts';
import type { Goal } from './problem.ts';

/** What one unknown of a plan counts. */
export type Weights = {
  /** 1: leaves out an organisation for which staff pinned somebody. */
  readonly unpinned: number;
  /** 1: a pair of the plan before. */
  readonly kept: number;
  /** The fit by which the worst pair is measured; infinity when it is not measured. */
  readonly level: number;
  readonly points: number;
  /** What it adds to the sum of squares of total loads. */
  readonly load: number;
};
export const NOTHING: Weights = { unpinned: 0, kept: 0, level: Number.POSITIVE_INFINITY, points: 0, load: 0 };

/**
 * What one more organisation is worth to an expert, place by place: points of room, which fall with the load, so that
 * work is shared; and what the place adds to the sum of squares of total loads, which decides between equals.
 */
export function placesOf({ experts, room, organisations }: Judged, column: number): readonly Weights[] {
  const { maxLoad = 0, load = 0 } = experts[column] ?? {};
  const places = Math.min(room[column] ?? 0, organisations.length);
  return Array.from({ length: places }, (_, place) => {
    const now = load + place;
    return { ...NOTHING, points: roomPoints(maxLoad, now), load: 2 * now + 1 };
  });
}

type Wanted = { readonly goal: Goal; readonly isResolving: boolean; readonly organisations: number };

/**
 * What is wanted, in the order of importance. Pins come before changes, and these before points, in one sum in which
 * one of the former outweighs all of the latter; the whole numbers stay far below what a double holds exactly.
 */
export function stagesOf(weights: readonly Weights[], { goal, isResolving, organisations }: Wanted): readonly Stage[] {
  const most = weights.reduce((high, one) => Math.max(high, one.points), 0);
  // An organisation brings the points of its pair and of its place.
  const change = isResolving ? 2 * most * organisations + 1 : 0;
  const pin = (change + 2 * most) * organisations + 1;
  const least = (of: (one: Weights) => number) => ({ kind: 'least', costs: Float64Array.from(weights, of) }) as const;
  const balance = least((one) => one.load);
  const first = (one: Weights) => pin * one.unpinned - change * one.kept;
  if (!isResolving || goal === 'total') return [least((one) => first(one) - one.points), balance];
  const floor = { kind: 'floor', levels: Float64Array.from(weights, (one) => one.level) } as const;
  return [least(first), floor, least((one) => -one.points), balance];
}
