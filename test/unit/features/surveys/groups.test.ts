import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenToStaff, seriesOf, unitsOf } from '../../../../src/features/surveys/rules/index.ts';

const K = 5;
const named = (sizes: readonly number[]) => sizes.map((answers, at) => ({ id: `s${at}`, answers }));

describe('which groups are shown, at five answers', () => {
  // sizes in the order of closing → shown together → waiting
  it.each<[string, readonly number[], readonly (readonly string[])[], readonly string[]]>([
    ['one with five is shown', [5], [['s0']], []],
    ['one with four is not', [4], [], ['s0']],
    ['one with nobody is no group', [0], [], []],
    ['a small one beside a large one stays out of the sum', [10, 2], [['s0']], ['s1']],
    ['a small one before a large one does too', [2, 10], [['s1']], ['s0']],
    ['two small ones wait together', [2, 2], [], ['s0', 's1']],
    ['small ones are shown together when they are enough', [2, 2, 1], [['s0', 's1', 's2']], []],
    ['what waits joins across large ones', [3, 9, 2], [['s1'], ['s0', 's2']], []],
    ['what comes later waits anew', [3, 3, 4], [['s0', 's1']], ['s2']],
  ])('%s', (_case, sizes, units, waiting) => {
    expect(unitsOf(named(sizes), K)).toEqual({ units, waiting });
  });

  it('nothing that is subtracted from anything, now or later, leaves fewer than k answers', () => {
    const sizes = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 8 }), (all, k) => {
        const groups = named(all);
        const sizeOf = new Map(groups.map(({ id, answers }) => [id, answers]));
        // Every set anybody ever saw: each unit, and the sum, after each closing.
        const seen = groups.flatMap((_, at) => {
          const { units } = unitsOf(groups.slice(0, at + 1), k);
          return [...units, units.flat()];
        });
        for (const one of seen)
          for (const other of seen) {
            const left = one.filter((id) => !other.includes(id));
            const rest = left.reduce((sum, id) => sum + (sizeOf.get(id) ?? 0), 0);
            if (left.length > 0) expect(rest).toBeGreaterThanOrEqual(k);
          }
      }),
    );
  });

  it('sums each question over its own groups, for not everybody answers everything', () => {
    const tally = (id: string, first: number, second: number) => ({
      id,
      tally: { answers: first, counts: { q: { '4': first }, r: { '1': second } }, texts: {} },
    });
    const series = seriesOf([tally('a', 6, 2), tally('b', 7, 7)], ['q', 'r'], K);
    expect(series).toEqual({ surveys: 2, tally: { answers: 0, counts: { q: { '4': 13 }, r: { '1': 7 } }, texts: {} } });
  });
});

describe('results of an anonymous survey', () => {
  it.each([
    [true, false, 12, 'not_closed'],
    [true, true, 4, 'too_few'],
    [true, true, 5, 'open'],
    [false, false, 1, 'open'],
  ] as const)('anonymous %s, closed %s, answers %i: %s', (isAnonymous, isClosed, answers, state) => {
    expect(isOpenToStaff({ isAnonymous, isClosed, answers }, K)).toBe(state);
  });
});
