import type { Judged, Pair } from './judge.ts';

/** So many pairs of each organisation, and places of each expert, are looked at from the beginning. */
export const LIKELY = 12;

/** The best pairs of each organisation; among equals each begins with another expert. */
export function likely({ pairs, experts }: Pick<Judged, 'pairs' | 'experts'>): ReadonlySet<Pair> {
  const turn = ({ organisation, expert }: Pair) => (expert + organisation) % experts.length;
  const best = pairs.map((row) => row.toSorted((a, b) => b.fit - a.fit || turn(a) - turn(b)).slice(0, LIKELY));
  return new Set(best.flat());
}
