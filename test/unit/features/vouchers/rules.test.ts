import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameForm } from '../../../../src/features/vouchers/input.ts';
import {
  closedBy,
  type Ground,
  KINDS,
  obstacle,
  owedFor,
  stateOf,
} from '../../../../src/features/vouchers/rules/index.ts';

const READY: Ground = { hasVoucher: true, opinion: { scope: 'action', isSent: true }, isPlaceOpen: true };

describe('the area of a voucher', () => {
  it('is named only where there is a voucher, after the opinion on an action was sent', () => {
    expect(obstacle(READY)).toBeNull();
    expect(obstacle({ ...READY, hasVoucher: false })).toBe('no_voucher');
    expect(obstacle({ ...READY, isPlaceOpen: false })).toBe('place_closed');
    expect(obstacle({ ...READY, opinion: null })).toBe('no_opinion');
    expect(obstacle({ ...READY, opinion: { scope: 'action', isSent: false } })).toBe('no_opinion');
    expect(obstacle({ ...READY, opinion: { scope: 'preparation', isSent: true } })).toBe('by_decision');
    expect([closedBy(READY), closedBy({ ...READY, opinion: null })]).toEqual([null, null]);
    expect(closedBy({ ...READY, isPlaceOpen: false })).toBe('place_closed');
  });

  it('is what was said last, notes aside', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KINDS)), (kinds) => {
        const last = kinds.filter((kind) => kind !== 'note').at(-1);
        const expected = { named: 'area_named', not_recommended: 'not_recommended' } as const;
        expect(stateOf(READY, kinds)).toBe(last ? expected[last] : 'eligible');
        expect(stateOf({ ...READY, opinion: null }, kinds)).toBe(last ? expected[last] : 'not_available');
      }),
    );
  });

  it('is owed by whoever leads the organisation, or by staff when nobody can', () => {
    const owing = { participationId: 'p', cohortId: 'c', state: 'eligible', expertId: 'e' } as const;
    expect(owedFor(owing)).toMatchObject([{ by: { person: 'e' } }]);
    expect(owedFor({ ...owing, expertId: null })).toMatchObject([{ by: { staffOf: 'c' } }]);
    for (const state of ['not_available', 'area_named', 'not_recommended'] as const)
      expect(owedFor({ ...owing, state })).toEqual([]);
  });
});

describe('the form of an area', () => {
  const reasons = (given: Record<string, unknown>) =>
    nameForm.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

  it('needs a reason always, an area to name one, and none to advise against', () => {
    expect(reasons({ kind: 'named', areas: ['finance'], reason: 'a' })).toEqual([]);
    expect(reasons({ kind: 'named', areas: [], reason: '' })).toEqual(['areas areas_missing', 'reason reason_missing']);
    expect(reasons({ kind: 'not_recommended', areas: ['finance'], reason: 'a' })).toEqual(['areas areas_too_many']);
    expect(reasons({ kind: 'not_recommended', areas: null, reason: 'a' })).toEqual([]);
    expect(reasons({ kind: 'granted', reason: 'a' })).toEqual(['kind choose_kind']);
  });
});
