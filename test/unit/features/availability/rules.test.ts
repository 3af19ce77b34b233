import { describe, expect, it } from 'vitest';
import { exceptionForm, termsForm, weeklyForm } from '../../../../src/features/availability/input.ts';
import { hoursButton } from '../../../../src/features/availability/public.ts';
import {
  absenceProblem,
  canStandIn,
  clockWarnings,
  exceptionProblem,
  instantsOf,
  isTooShort,
  weeklyProblem,
} from '../../../../src/features/availability/rules/index.ts';
import { hoursAction } from '../../../../src/features/availability/slack/index.ts';
import { parseForm } from '../../../../src/platform/slack/form.ts';
import { availability } from '../../../support/availability.ts';

const hours = (weekday: number, from: number, to: number, id = 'w') => ({ id, weekday, from, to, kinds: [] });

describe('the button that other features show', () => {
  it('opens the expert’s hours', () => {
    expect(hoursButton('pl')).toMatchObject({ action_id: hoursAction.id, text: { text: 'Moje godziny konsultacji' } });
  });
});

describe('hours beside each other', () => {
  it('may touch and may not overlap, on the same weekday only', () => {
    const all = [hours(1, 600, 840)];
    expect(weeklyProblem(all, [hours(1, 840, 900)], null)).toBeNull();
    expect(weeklyProblem(all, [hours(2, 700, 900)], null)).toBeNull();
    expect(weeklyProblem(all, [hours(2, 700, 900), hours(1, 839, 900)], null)).toBe('overlaps');
    expect(weeklyProblem(all, [hours(1, 700, 900)], 'w')).toBeNull();
  });

  it('an exception is for a day to come, and does not overlap another of that day', () => {
    const one = { id: 'e', date: '2026-06-01', isOpen: false, from: 0, to: 720, kinds: [] };
    expect(exceptionProblem([one], { ...one, isOpen: true }, null, '2026-05-29')).toBe('overlaps');
    expect(exceptionProblem([one], { ...one, from: 720, to: 900 }, null, '2026-05-29')).toBeNull();
    expect(exceptionProblem([], one, null, '2026-06-02')).toBe('in_past');
  });

  it('too short ones are marked', () => {
    expect(isTooShort(hours(1, 600, 659), availability())).toBe(true);
    expect(isTooShort(hours(1, 600, 660), availability())).toBe(false);
  });
});

describe('clock changes in hours', () => {
  it('are warned of only where they touch them (T7)', () => {
    expect(clockWarnings(availability(), '2026-01-01')).toEqual([]);
    const night = availability({ weekly: [hours(7, 60, 240)] });
    expect(clockWarnings(night, '2026-01-01')).toEqual([
      { kind: 'gap', date: '2026-03-29', time: '02:00' },
      { kind: 'overlap', date: '2026-10-25', time: '02:00' },
    ]);
  });
});

describe('absences', () => {
  const today = '2026-06-01';
  it('may have begun, may not be over, turned round or longer than a year, and share no day with another', () => {
    expect(absenceProblem({ from: '2026-05-20', last: today }, today, [])).toBeNull();
    expect(absenceProblem({ from: '2026-05-20', last: '2026-05-31' }, today, [])).toBe('in_past');
    expect(absenceProblem({ from: '2026-06-03', last: '2026-06-02' }, today, [])).toBe('ends_before');
    expect(absenceProblem({ from: today, last: '2027-06-02' }, today, [])).toBe('too_long');
    const other = [{ from: '2026-06-05', last: '2026-06-05' }];
    expect(absenceProblem({ from: '2026-06-05', last: '2026-06-07' }, today, other)).toBe('overlaps');
    expect(absenceProblem({ from: '2026-06-06', last: '2026-06-07' }, today, other)).toBeNull();
  });

  it('last whole civil days of the zone, 23 hours where the clocks jump', () => {
    const { from, until } = instantsOf({ from: '2026-03-29', last: '2026-03-29' }, 'Europe/Warsaw');
    expect(until.getTime() - from.getTime()).toBe(23 * 3_600_000);
  });

  it('a substitute works in the same cohorts, is there, and is tied to none of the organisations', () => {
    const gap = { expertId: 'x', from: today, last: today, cohortIds: ['c1', 'c2'], organisationIds: ['o'] };
    const one = { personId: 'y', isInactive: false, heldIn: ['c1', 'c2'], tiedTo: [], absences: [] };
    expect(canStandIn(one, gap)).toBe(true);
    expect(canStandIn({ ...one, heldIn: [null] }, gap)).toBe(true);
    expect(canStandIn({ ...one, heldIn: ['c1'] }, gap)).toBe(false);
    expect(canStandIn({ ...one, heldIn: [] }, gap)).toBe(false);
    expect(canStandIn({ ...one, tiedTo: ['o'] }, gap)).toBe(false);
    expect(canStandIn({ ...one, isInactive: true }, gap)).toBe(false);
    expect(canStandIn({ ...one, personId: 'x' }, gap)).toBe(false);
    expect(canStandIn({ ...one, absences: [{ from: '2026-05-01', last: today }] }, gap)).toBe(false);
  });
});

describe('forms', () => {
  it('hours across midnight are refused, and those up to midnight end the day', () => {
    const form = { weekdays: ['5'], from: '22:00', kinds: [] };
    expect(parseForm(weeklyForm, { ...form, to: '02:00' })).toMatchObject({ errors: { to: 'across_midnight' } });
    expect(parseForm(weeklyForm, { ...form, to: '22:00' })).toMatchObject({ errors: { to: 'no_time' } });
    expect(parseForm(weeklyForm, { ...form, to: '00:00' })).toMatchObject({ value: [{ from: 1320, to: 1440 }] });
  });

  it('an empty form names each field, and a whole day asks for no times', () => {
    expect(parseForm(weeklyForm, {})).toMatchObject({
      errors: { weekdays: 'choose_days', from: 'time_missing', to: 'time_missing' },
    });
    const day = { date: '2026-06-01', from: null, to: null, kinds: ['phone'] };
    expect(parseForm(exceptionForm, { ...day, what: 'open' })).toMatchObject({
      errors: { from: 'time_missing', to: 'time_missing' },
    });
    expect(parseForm(exceptionForm, { ...day, what: 'closed_day' })).toEqual({
      ok: true,
      value: { date: '2026-06-01', isOpen: false, from: 0, to: 1440, kinds: [] },
    });
  });

  it('terms take addresses of the web and zones that exist', () => {
    const form = {
      ...{
        minutes: '60',
        kinds: ['online'],
        place: '',
        link: 'https://spotkanie.example/pokoj',
        before: '0',
        after: '15',
      },
      ...{ notice: '1440', horizon: '60', approval: 'yes', availability_zone: 'Europe/Lisbon' },
    };
    expect(parseForm(termsForm, form)).toMatchObject({ ok: true, value: { needsApproval: true, place: null } });
    expect(parseForm(termsForm, { ...form, link: 'javascript:alert(1)' })).toMatchObject({ errors: { link: 'link' } });
    expect(parseForm(termsForm, { ...form, horizon: '0' })).toMatchObject({ errors: { horizon: 'horizon' } });
    expect(parseForm(termsForm, { ...form, availability_zone: 'Europe/Nibylandia' })).toMatchObject({
      errors: { availability_zone: 'choose' },
    });
  });
});
