import { unitsOf } from './groups.ts';
import type { Tally } from './tally.ts';

/** A survey that is over, with what was answered. */
type Member = { readonly id: string; readonly tally: Tally };

const sum = (counts: Readonly<Record<string, number>> = {}): number =>
  Object.values(counts).reduce((total, one) => total + one, 0);

/**
 * The answers to surveys with the same questions taken together, in the order in which they closed. Each question is
 * summed over its own units of `k` answers or more, so that nothing smaller is left when single results are subtracted
 * from the sum, or the sum from a later one (N1). Words are left out. `surveys`: how many are in it at all.
 */
export function seriesOf(all: readonly Member[], questions: readonly string[], k: number) {
  const inside = new Set<string>();
  const counts: Record<string, Record<string, number>> = {};
  for (const question of questions) {
    const groups = all.map(({ id, tally }) => ({ id, answers: sum(tally.counts[question]) }));
    const shown = new Set(unitsOf(groups, k).units.flat());
    const total: Record<string, number> = {};
    for (const { id, tally } of all) {
      if (!shown.has(id)) continue;
      inside.add(id);
      for (const [value, n] of Object.entries(tally.counts[question] ?? {})) total[value] = (total[value] ?? 0) + n;
    }
    counts[question] = total;
  }
  return { surveys: inside.size, tally: { answers: 0, counts, texts: {} } satisfies Tally };
}
