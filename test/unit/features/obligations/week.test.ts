import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilOf, isWorkingDay, utcDate } from '../../../../src/core/calendar/index.ts';
import { formatMoment } from '../../../../src/core/dates-text.ts';
import { budgetOf } from '../../../../src/features/obligations/rules/budget.ts';
import { daysSince, summaryOf } from '../../../../src/features/obligations/rules/summary.ts';
import { digestOfWeek, nextWeekly, weeklyDue, weekOf } from '../../../../src/features/obligations/rules/week.ts';

const SETTINGS = {
  ...{ reminderTime: '09:00', quietFrom: '20:00', quietTo: '08:00' },
  ...{ noticesPerPersonDay: 3, postsPerChannelWeek: 5, weeklyDigest: true },
};
const at = (iso: string) => new Date(iso);
const said = (date: string) => {
  const moment = digestOfWeek(date, SETTINGS);
  return moment && formatMoment(moment, 'pl');
};

describe('the digest of a week', () => {
  it.each([
    ['2026-11-26', 'poniedziałek, 23 listopada 2026 r., godz. 09:00'],
    // Easter Monday; New Year’s Day on a Thursday; All Saints’ on a Sunday changes nothing.
    ['2026-04-08', 'wtorek, 7 kwietnia 2026 r., godz. 09:00'],
    ['2027-11-01', 'wtorek, 2 listopada 2027 r., godz. 09:00'],
    ['2026-01-04', 'poniedziałek, 29 grudnia 2025 r., godz. 09:00'],
  ])('of %s is said on %s: its first working day at the set hour', (date, moment) => {
    expect(said(date)).toBe(moment);
  });

  it('is named by the ISO week, also around New Year', () => {
    expect(['2026-11-23', '2027-01-03', '2027-01-04', '2024-12-30'].map(weekOf)).toEqual([
      ...['2026-W48', '2026-W53', '2027-W01', '2025-W01'],
    ]);
  });

  it('is due from its moment on, and no digest is ever planned on a free day or twice a week', () => {
    const day = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2023-01-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const now = new Date(utcDate(date).toMillis() + minute * 60_000);
        const next = nextWeekly(now, SETTINGS);
        const { date: on, time } = civilOf(next);
        expect(next > now && isWorkingDay(on) && time === '09:00').toBe(true);
        for (let before = addDays(on, -1); weekOf(before) === weekOf(on); before = addDays(before, -1))
          expect(isWorkingDay(before)).toBe(false);
        expect(weeklyDue(next, SETTINGS)).toEqual(next);
        expect(weeklyDue(new Date(next.getTime() - 1), SETTINGS)).toBeNull();
      }),
    );
  });

  it('that was missed is said later in the week, on a working day outside the quiet hours', () => {
    const due = (iso: string) => weeklyDue(at(iso), SETTINGS);
    expect(due('2026-11-25T14:30:00+01:00')).toEqual(at('2026-11-25T14:30:00+01:00'));
    expect(due('2026-11-25T21:00:00+01:00')).toBeNull();
    expect(due('2026-11-28T12:00:00+01:00')).toBeNull();
    expect(due('2026-11-30T08:30:00+01:00')).toBeNull();
  });

  it('is one of the posts that the noise budget gives the staff’s channel, and of nobody else’s', () => {
    const postsOf = (key: string, kind: 'channel' | 'person' = 'channel', weeklyDigest = true): number => {
      const budget = budgetOf({ key, kind, zone: 'Europe/Warsaw' }, { ...SETTINGS, weeklyDigest }, []);
      const now = at('2026-11-25T14:30:00+01:00');
      let posts = 0;
      for (; budget.isLeft(now); posts += 1) budget.spend(now);
      return posts;
    };
    expect([postsOf('staff:a'), postsOf('staff'), postsOf('staff:a', 'channel', false)]).toEqual([4, 4, 5]);
    expect([postsOf('place:a'), postsOf('person:a', 'person')]).toEqual([5, 3]);
  });
});

describe('what staff look at', () => {
  const now = at('2026-11-23T09:00:00+01:00');
  const row = (ownerKind: string, due: string | null) => ({ ownerKind, dueAt: due === null ? null : at(due) });

  it('is parted into their own, overdue, the next seven days, and the rest; nothing is lost', () => {
    const rows = [
      row('staff', '2026-11-01T09:00:00+01:00'),
      row('person', '2026-11-23T08:59:59+01:00'),
      row('organisation', '2026-11-23T09:00:00+01:00'),
      row('organisation', '2026-11-30T23:59:00+01:00'),
      row('organisation', '2026-12-01T00:00:00+01:00'),
      row('person', null),
    ];
    const { mine, overdue, soon, later } = summaryOf(rows, now);
    expect([mine, overdue, soon, later].map((part) => part.map((one) => rows.indexOf(one)))).toEqual([
      ...[[0], [1], [2, 3], [4, 5]],
    ]);
  });

  it('counts days on the calendar, not in hours', () => {
    expect(daysSince(at('2026-11-23T00:00:00+01:00'), now)).toBe(0);
    expect(daysSince(at('2026-11-22T23:59:00+01:00'), now)).toBe(1);
    // The clocks changed in between.
    expect(daysSince(at('2026-10-20T23:59:00+02:00'), now)).toBe(34);
  });
});
