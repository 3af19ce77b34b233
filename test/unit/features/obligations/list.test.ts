import { describe, expect, it } from 'vitest';
import { grouped } from '../../../../src/features/obligations/rules/list.ts';

const rows = (kind: string, cohortId: string, n: number) =>
  Array.from({ length: n }, (_, id) => ({ kind, cohortId, id }));

describe('a list of matters', () => {
  it('shows up to three of a kind one by one', () => {
    expect(grouped(rows('check', 'c', 3), () => true).map((one) => one.together)).toEqual([false, false, false]);
  });

  it('says more in one line, in the place of the first, each cohort by itself', () => {
    const all = [...rows('find', 'c', 1), ...rows('check', 'c', 4), ...rows('check', 'd', 2)];
    const shown = grouped(all, () => true).map(({ kind, rows: of, together }) => [kind, of.length, together]);
    expect(shown).toEqual([
      ['find', 1, false],
      ['check', 4, true],
      ['check', 1, false],
      ['check', 1, false],
    ]);
  });

  it('keeps apart what cannot be said together', () => {
    expect(grouped(rows('send', 'c', 5), () => false)).toHaveLength(5);
  });
});
