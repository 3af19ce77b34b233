import { describe, expect, it } from 'vitest';
import { type Candidate, canOverride, rank } from '../../../../src/features/assignments/rules/index.ts';

const candidate = (facts: Partial<Candidate>): Candidate => ({
  ...{ expertId: 'e', name: 'Ewa', fields: [], regions: [], maxLoad: 3, load: 0, isInactive: false, isInCohort: true },
  ...{ tie: null, hasDeclined: false, experience: 0, ...facts },
});
const wanted = { needs: [], voivodeship: 'lodzkie' };

describe('an expert who is away now', () => {
  it('for a short time stays in the ranking, and it is said', () => {
    const { ranked } = rank([candidate({ away: { until: '2026-06-05', isLong: false } })], wanted);
    expect(ranked[0]?.reasons.at(-1)).toEqual({ kind: 'away', until: '2026-06-05' });
  });

  it('for longer than the programme waits is kept out, and staff cannot pass over it', () => {
    const { ranked, excluded } = rank([candidate({ away: { until: '2026-09-05', isLong: true } })], wanted);
    expect(ranked).toEqual([]);
    const [out] = excluded;
    expect(out?.exclusion).toEqual({ rule: 'away', until: '2026-09-05' });
    expect(out && canOverride(out.exclusion)).toBe(false);
  });
});
