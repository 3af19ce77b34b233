import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Standing, settlement } from '../../../../src/features/obligations/rules/settle.ts';

const matter = (key: string, change: Partial<Standing> = {}): Standing => ({
  key,
  kind: 'tests.matter',
  params: { a: 1, b: 'dwa' },
  ownerKind: 'person',
  ownerId: 'p1',
  cohortId: 'c1',
  participationId: null,
  dueOn: null,
  dueTime: null,
  zone: 'Europe/Warsaw',
  dueAt: null,
  startsAt: null,
  endsAt: null,
  ...change,
});

describe('settling what is owed', () => {
  it('leaves alone what stands as it should, whatever the order of its parameters', () => {
    const standing = [matter('k', { params: { b: 'dwa', a: 1 } })];
    expect(settlement(standing, [matter('k')])).toEqual({ close: [], open: [], change: [] });
  });

  it('closes what is not owed any more and opens what is new', () => {
    const settled = settlement([matter('old')], [matter('new')]);
    expect(settled.close.map((one) => one.key)).toEqual(['old']);
    expect(settled.open.map((one) => one.key)).toEqual(['new']);
  });

  it('changes a date in place, and makes a new matter for a new owner', () => {
    const later = new Date('2026-05-07T21:59:00Z');
    const moved = matter('k', { dueOn: '2026-05-07', dueTime: '23:59', dueAt: later });
    expect(settlement([matter('k')], [moved]).change).toEqual([{ kept: matter('k'), to: moved }]);
    const handed = matter('k', { ownerId: 'p2' });
    expect(settlement([matter('k')], [handed])).toEqual({ close: [matter('k')], open: [handed], change: [] });
  });

  it('gives exactly the wanted matters, from any state, and then has nothing to do', () => {
    const some = fc.uniqueArray(
      fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), owner: fc.nat(2), due: fc.nat(2) }),
      { selector: (one) => one.key },
    );
    const asMatters = (list: readonly { key: string; owner: number; due: number }[]) =>
      list.map(({ key, owner, due }) =>
        matter(key, { ownerId: `p${owner}`, dueOn: due === 0 ? null : `2026-05-0${due}` }),
      );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const [standing, wanted] = [asMatters(before), asMatters(after)];
        const { close, open, change } = settlement(standing, wanted);
        const kept = standing.filter((one) => !close.includes(one) && !change.some(({ kept: old }) => old === one));
        const result = [...kept, ...change.map(({ to }) => to), ...open];
        const byKey = (all: readonly Standing[]) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
        expect(byKey(result)).toEqual(byKey(wanted));
        expect(settlement(result, wanted)).toEqual({ close: [], open: [], change: [] });
      }),
    );
  });
});
