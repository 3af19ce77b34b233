import type { Ids } from '../../src/core/ids.ts';

/** Identifiers that count: `00000000-0000-7000-8000-000000000001`, … `series` tells two sources apart. */
export function testIds(series = 0): Ids {
  let count = 0;
  const prefix = `${series.toString(16).padStart(8, '0')}-0000-7000-8000-`;
  return {
    next: () => {
      count += 1;
      return prefix + count.toString(16).padStart(12, '0');
    },
  };
}
