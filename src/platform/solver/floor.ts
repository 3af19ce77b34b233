import { type Face, setBounds, showAll } from './face.ts';
import type { Work } from './work.ts';

/** The levels that columns have which can still be used, from low to high. */
function levelsInUse(levels: Float64Array, upper: Float64Array): readonly number[] {
  const found = new Set<number>();
  for (const [column, level] of levels.entries()) {
    if (level !== Number.POSITIVE_INFINITY && (upper[column] ?? 0) > 0) found.add(level);
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * The highest level for which nothing below it is needed, found by halving; columns below it are taken out of the
 * model. Infinity when no column has a level; null when the time is over.
 */
export function highestFloor({ model, solve }: Work, face: Face, levels: Float64Array, stage: number): number | null {
  const all = { kind: 'range', from: 0, to: levels.length - 1 } as const;
  showAll(model, face);
  const known = levelsInUse(levels, face.upper);
  let [reached, above] = [0, known.length];
  while (above - reached > 1) {
    const middle = Math.floor((reached + above) / 2);
    const level = known[middle] ?? 0;
    model.changeColsCost(
      all,
      levels.map((one) => (one < level ? 1 : 0)),
    );
    if (solve(stage) !== 'best') return null;
    if (model.getObjectiveValue() < 0.5) reached = middle;
    else above = middle;
  }
  const floor = known[reached] ?? Number.POSITIVE_INFINITY;
  for (const [column, level] of levels.entries()) if (level < floor) face.upper[column] = 0;
  setBounds(model, face);
  return floor;
}
