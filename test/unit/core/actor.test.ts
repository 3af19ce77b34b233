import { describe, expect, it } from 'vitest';
import { type Actor, type HeldRole, type OwnPlace, type Role, speaksFor } from '../../../src/core/actor.ts';
import { speaksFor as mayRaise } from '../../../src/features/concerns/operations/index.ts';
import { actor } from '../../support/actors.ts';

const place: OwnPlace = { cohortId: 'c', organisationId: 'o', channelId: 'C1' };
const HERE = 'C1';
const had = (role: Role, cohortId: string | null): readonly HeldRole[] => [{ role, cohortId }];
const ROLES = ['staff', 'expert'] as const;

describe.each([
  ['speaks for an organisation', speaksFor],
  ['asks for another expert', mayRaise],
] as const)('who %s (SY-5)', (_name, may: (who: Actor, where: OwnPlace, channelId: string | null) => boolean) => {
  it('represents it, wherever they are, or is in its channel and nowhere else', () => {
    expect(may(actor({ organisationIds: ['o'] }), place, null)).toBe(true);
    expect(may(actor({ isGuest: true }), place, HERE)).toBe(true);
    expect(may(actor(), place, 'C2')).toBe(false);
    expect(may(actor(), place, null)).toBe(false);
    expect(may(actor(), { ...place, channelId: null }, null)).toBe(false);
  });

  it.each(ROLES)('is not %s of the cohort or the foundation, now or before, unless they represent it', (role) => {
    for (const cohortId of ['c', null]) {
      const roles = had(role, cohortId);
      expect(may(actor({ roles }), place, HERE)).toBe(false);
      expect(may(actor({ formerRoles: roles }), place, HERE)).toBe(false);
      expect(may(actor({ formerRoles: roles, organisationIds: ['o'] }), place, HERE)).toBe(true);
    }
    expect(may(actor({ formerRoles: had(role, 'd') }), place, HERE)).toBe(true);
  });
});
