import type { Judged, Pair } from './judge.ts';
import { leftOver, serveAsMany } from './serving.ts';
import type { Steps } from './steps.ts';

/** Pairs that are possible and not below a floor; what staff pinned is not measured by it. */
const standing = (pairs: readonly Pair[], floor: number): readonly Pair[] =>
  pairs.filter((pair) => pair.isPinned || pair.fit >= floor);

const leftAt = ({ pairs, room }: Judged, floor: number): number =>
  leftOver(serveAsMany({ allowed: pairs.map((row) => standing(row, floor).map((one) => one.expert)), room })).length;

/** The highest floor at which no more organisations are left over than without one, found by halving (0: none helps). */
export function* floorSteps(judged: Judged, left: number): Steps<number> {
  const fits = judged.pairs.flat().filter((pair) => !pair.isPinned);
  const levels = [...new Set(fits.map((pair) => pair.fit))].sort((a, b) => a - b);
  let [reached, above] = [0, levels.length];
  while (above - reached > 1) {
    yield;
    const middle = Math.floor((reached + above) / 2);
    if (leftAt(judged, levels[middle] ?? 0) <= left) reached = middle;
    else above = middle;
  }
  return levels[reached] ?? 0;
}

/** The same problem without the pairs below a floor. */
export const above = (judged: Judged, floor: number): Judged => ({
  ...judged,
  pairs: judged.pairs.map((row) => standing(row, floor)),
});
