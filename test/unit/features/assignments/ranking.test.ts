import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  canOverride,
  exclusionOf,
  rank,
  type Wanted,
} from '../../../../src/features/assignments/rules/index.ts';

const FIELDS = ['finance', 'communication', 'facilitation', 'volunteers'];
const REGIONS = ['lodzkie', 'slaskie', 'opolskie'];

const candidate = (facts: Partial<Candidate> = {}): Candidate => ({
  expertId: 'e1',
  name: 'Ewa Przykładna',
  fields: ['finance'],
  regions: [],
  maxLoad: 5,
  load: 0,
  isInactive: false,
  isInCohort: true,
  tie: null,
  hasDeclined: false,
  experience: 0,
  ...facts,
});

const wanted: Wanted = { needs: ['finance', 'communication'], voivodeship: 'lodzkie' };

const anyCandidate: fc.Arbitrary<Candidate> = fc.record({
  expertId: fc.uuid(),
  name: fc.constantFrom('Łucja', 'Lucyna', 'Adam', 'Żaneta', 'Zenon'),
  fields: fc.subarray(FIELDS),
  regions: fc.subarray(REGIONS),
  maxLoad: fc.nat(6),
  load: fc.nat(8),
  isInactive: fc.boolean(),
  isInCohort: fc.boolean(),
  tie: fc.option(fc.constantFrom('work', 'family')),
  hasDeclined: fc.boolean(),
  experience: fc.nat(4),
});
const anyWanted = fc.record({ needs: fc.subarray(FIELDS), voivodeship: fc.constantFrom(...REGIONS) });
const many = fc.uniqueArray(anyCandidate, { selector: (one) => one.expertId, maxLength: 30 });

describe('the ranking', () => {
  it('never ranks an excluded expert, and loses nobody', () => {
    fc.assert(
      fc.property(many, anyWanted, (candidates, asked) => {
        const { ranked, excluded } = rank(candidates, asked);
        for (const one of ranked) expect(exclusionOf(one.candidate)).toBeNull();
        for (const one of excluded) expect(exclusionOf(one.candidate)).toEqual(one.exclusion);
        expect(ranked.length + excluded.length).toBe(candidates.length);
      }),
    );
  });

  it('gives the same order however the experts come in', () => {
    fc.assert(
      fc.property(
        many.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        anyWanted,
        ([list, mixed], asked) => {
          expect(rank(mixed, asked)).toEqual(rank(list, asked));
        },
      ),
    );
  });

  it('gives each row at least one reason and a score from 0 to 100', () => {
    fc.assert(
      fc.property(many, anyWanted, (candidates, asked) => {
        for (const { reasons, score } of rank(candidates, asked).ranked) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('never puts an expert lower for offering one needed field more', () => {
    fc.assert(
      fc.property(anyCandidate, anyWanted, fc.constantFrom(...FIELDS), (one, asked, field) => {
        const free = {
          ...one,
          isInactive: false,
          isInCohort: true,
          tie: null,
          hasDeclined: false,
          load: 0,
          maxLoad: 3,
        };
        const [plain] = rank([free], asked).ranked;
        const [more] = rank([{ ...free, fields: [...new Set([...free.fields, field])] }], asked).ranked;
        expect(more?.score ?? -1).toBeGreaterThanOrEqual(plain?.score ?? 0);
      }),
    );
  });

  it('puts the subject before the region, the region before room, and names its reasons', () => {
    const knows = candidate({ expertId: 'a', fields: ['finance', 'communication'], regions: ['slaskie'], load: 4 });
    const near = candidate({ expertId: 'b', fields: [], regions: ['lodzkie'], load: 4 });
    const free = candidate({ expertId: 'c', fields: [], regions: ['slaskie'] });
    const { ranked } = rank([free, near, knows], wanted);
    expect(ranked.map((one) => one.candidate.expertId)).toEqual(['a', 'b', 'c']);
    expect(ranked[0]?.reasons).toEqual([
      { kind: 'fields', matched: ['finance', 'communication'], asked: 2 },
      { kind: 'other_region' },
      { kind: 'load', load: 4, maxLoad: 5 },
    ]);
  });

  it('orders equal ones by the Polish alphabet, then by id', () => {
    const rows = [
      candidate({ expertId: '2', name: 'Żaneta' }),
      candidate({ expertId: '3', name: 'Łucja' }),
      candidate({ expertId: '1', name: 'Lucyna' }),
      candidate({ expertId: '0', name: 'Żaneta' }),
    ];
    expect(rank(rows, wanted).ranked.map((one) => one.candidate.expertId)).toEqual(['1', '3', '0', '2']);
  });

  it('judges by the rest alone when the organisation was not asked what it needs', () => {
    const [row] = rank([candidate({ regions: ['lodzkie'], experience: 1 })], {
      needs: [],
      voivodeship: 'lodzkie',
    }).ranked;
    expect(row?.score).toBe(100);
  });

  it('counts a need named twice once', () => {
    const [row] = rank([candidate()], { needs: ['finance', 'finance'], voivodeship: 'lodzkie' }).ranked;
    expect(row?.reasons[0]).toEqual({ kind: 'fields', matched: ['finance'], asked: 1 });
  });
});

describe('what keeps an expert out', () => {
  it('is named with the gravest rule first', () => {
    const all = { isInactive: true, isInCohort: false, tie: 'work', hasDeclined: true, load: 5 };
    expect(exclusionOf(candidate(all))).toEqual({ rule: 'inactive' });
    expect(exclusionOf(candidate({ ...all, isInactive: false }))).toEqual({ rule: 'not_in_cohort' });
    expect(exclusionOf(candidate({ ...all, isInactive: false, isInCohort: true }))).toEqual({
      rule: 'tie',
      category: 'work',
    });
    expect(exclusionOf(candidate({ hasDeclined: true, load: 5 }))).toEqual({ rule: 'declined' });
    expect(exclusionOf(candidate({ load: 5 }))).toEqual({ rule: 'full', load: 5, maxLoad: 5 });
  });

  it('can be passed by staff for the limit only (case 23)', () => {
    expect(canOverride({ rule: 'full', load: 3, maxLoad: 3 })).toBe(true);
    for (const rule of ['inactive', 'not_in_cohort', 'declined'] as const) expect(canOverride({ rule })).toBe(false);
    expect(canOverride({ rule: 'tie', category: 'work' })).toBe(false);
  });

  it('is the limit at once for somebody who takes nobody now', () => {
    expect(exclusionOf(candidate({ maxLoad: 0 }))).toEqual({ rule: 'full', load: 0, maxLoad: 0 });
  });
});
