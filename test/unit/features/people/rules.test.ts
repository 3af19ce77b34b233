import { describe, expect, it } from 'vitest';
import { oneLanguage, onePerson } from '../../../../src/features/people/input.ts';
import { canBecomeStaff, canRemoveStaff, localeOfPerson } from '../../../../src/features/people/rules.ts';
import { actor } from '../../../support/actors.ts';

const person = { isBot: false, isDeactivated: false, isForeign: false };
const chief = actor({ roles: [{ role: 'staff', cohortId: null }] });
const ofOneCohort = actor({ roles: [{ role: 'staff', cohortId: 'c1' }] });

describe('naming staff', () => {
  it('is for staff of the whole foundation only', () => {
    expect(canBecomeStaff(chief, person).ok).toBe(true);
    expect(canBecomeStaff(ofOneCohort, person)).toMatchObject({ reason: 'not_allowed' });
    expect(canBecomeStaff(actor(), person)).toMatchObject({ reason: 'not_allowed' });
  });

  it('refuses bots, deactivated people and people of other workspaces', () => {
    expect(canBecomeStaff(chief, { ...person, isBot: true })).toMatchObject({ reason: 'is_bot' });
    expect(canBecomeStaff(chief, { ...person, isDeactivated: true })).toMatchObject({ reason: 'is_deactivated' });
    expect(canBecomeStaff(chief, { ...person, isForeign: true })).toMatchObject({ reason: 'is_foreign' });
  });

  it('tells somebody without the right nothing about the person', () => {
    expect(canBecomeStaff(actor(), { ...person, isBot: true })).toMatchObject({ reason: 'not_allowed' });
  });
});

describe('removing staff', () => {
  it('never leaves the foundation without anybody', () => {
    expect(canRemoveStaff(chief, ['a'], 'a')).toMatchObject({ reason: 'last_one' });
    expect(canRemoveStaff(chief, ['a', 'b'], 'a').ok).toBe(true);
    expect(canRemoveStaff(chief, ['a', 'b'], 'c')).toMatchObject({ reason: 'not_staff' });
  });
});

describe('words of the command', () => {
  it('name one person as Slack writes mentions', () => {
    expect(onePerson.parse(' <@U0123|alicja.p> ')).toBe('U0123');
    for (const wrong of ['@alicja', '<@U1> <@U2>', '', '<!channel>', '<#C1|x>'])
      expect(onePerson.safeParse(wrong).success).toBe(false);
  });

  it('name a language in either language', () => {
    expect(oneLanguage.parse('Angielski')).toBe('en');
    expect(oneLanguage.safeParse('klingoński').success).toBe(false);
  });
});

describe('the language of a person', () => {
  it('is the chosen one, else Slack’s, else Polish', () => {
    expect(localeOfPerson({ chosenLocale: 'pl', slackLocale: 'en-US' })).toBe('pl');
    expect(localeOfPerson({ chosenLocale: null, slackLocale: 'en-GB' })).toBe('en');
    expect(localeOfPerson({ chosenLocale: null, slackLocale: null })).toBe('pl');
  });
});
