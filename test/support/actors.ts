import type { Actor } from '../../src/core/actor.ts';

/** A person without roles; give what the test is about. */
export const actor = (facts: Partial<Actor> = {}): Actor => ({
  personId: '00000000-0000-7000-8000-0000000000aa',
  slackUserId: 'U0TEST',
  slackTeamId: 'T0TEST',
  name: 'Testowa Osoba',
  locale: 'pl',
  timeZone: 'Europe/Warsaw',
  isGuest: false,
  isForeign: false,
  roles: [],
  formerRoles: [],
  organisationIds: [],
  ...facts,
});

/** Staff of the whole foundation. */
export const staff = (facts: Partial<Actor> = {}): Actor =>
  actor({ roles: [{ role: 'staff', cohortId: null }], ...facts });
