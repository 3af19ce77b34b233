import { describe, expect, it } from 'vitest';
import {
  faultsOfTerms,
  handOverStateOf,
  next,
  nextHandOver,
  owedForPlace,
  standbysFirst,
} from '../../../../src/features/assignments/rules/index.ts';

const TODAY = '2024-06-05';
const terms = { reason: 'leave', moment: 'accepted', lastOn: null, note: 'Notatka' } as const;

describe('the terms of a hand-over', () => {
  it('need a note, unless an illness makes it impossible', () => {
    expect(faultsOfTerms(terms, TODAY)).toEqual({});
    expect(faultsOfTerms({ ...terms, note: null }, TODAY)).toEqual({ note: 'give_note' });
    expect(faultsOfTerms({ ...terms, note: null, reason: 'illness' }, TODAY)).toEqual({});
  });

  it('need a day that is to come, today included, where a day counts', () => {
    expect(faultsOfTerms({ ...terms, moment: 'day' }, TODAY)).toEqual({ lastOn: 'give_day' });
    expect(faultsOfTerms({ ...terms, moment: 'day', lastOn: '2024-06-31' }, TODAY)).toEqual({ lastOn: 'give_day' });
    expect(faultsOfTerms({ ...terms, moment: 'day', lastOn: '2024-06-04' }, TODAY)).toEqual({ lastOn: 'day_past' });
    expect(faultsOfTerms({ ...terms, moment: 'day', lastOn: TODAY }, TODAY)).toEqual({});
    expect(faultsOfTerms({ ...terms, lastOn: '2024-06-04' }, TODAY)).toEqual({});
  });
});

describe('a hand-over', () => {
  it('ends once, one way or the other', () => {
    expect([nextHandOver('open', 'finish'), nextHandOver('open', 'stop')]).toEqual(['done', 'stopped']);
    for (const over of ['done', 'stopped'] as const)
      expect([nextHandOver(over, 'finish'), nextHandOver(over, 'stop')]).toEqual([null, null]);
    expect(() => handOverStateOf('gone')).toThrow('not a state');
  });

  it('replaces active experts only', () => {
    expect(next('active', 'replace')).toBe('replaced');
    for (const state of ['proposed', 'declined', 'withdrawn', 'ended', 'replaced'] as const)
      expect(next(state, 'replace')).toBeNull();
  });

  it('is a matter of staff until somebody is asked, although somebody leads', () => {
    const place = { participationId: 'p', cohortId: 'c', open: true, wantsExpert: true, passesOn: true };
    expect(owedForPlace({ ...place, assignments: ['active'] })).toHaveLength(1);
    expect(owedForPlace({ ...place, assignments: ['active', 'proposed'] })).toEqual([]);
    expect(owedForPlace({ ...place, passesOn: false, assignments: ['active'] })).toEqual([]);
    expect(owedForPlace({ ...place, passesOn: false, assignments: ['replaced'] })).toHaveLength(1);
  });

  it('offers standbys first and leaves the order otherwise', () => {
    const ranked = ['a', 'b', 'c'].map((expertId) => ({ candidate: { expertId } }));
    const order = standbysFirst(ranked, ['c', 'x']).map(({ candidate }) => candidate.expertId);
    expect(order).toEqual(['c', 'a', 'b']);
  });
});
