import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  isHoliday,
  isWorkingDay,
  parseCivilDate,
  parseCivilTime,
  termEnd,
} from '../../../src/core/calendar/index.ts';

/** Easter by the anonymous Gregorian computus, independent of the library. */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

describe('statutory holidays', () => {
  it.each(Array.from({ length: 12 }, (_, i) => 2023 + i))('of %i are exactly the list of the law', (year) => {
    const fixed = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'];
    if (year >= 2025) fixed.push('12-24');
    const moving = [0, 1, 49, 60].map((days) => addDays(easter(year), days));
    const expected = new Set([...fixed.map((day) => `${year}-${day}`), ...moving]);
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
      const sunday = new Date(`${date}T00:00:00Z`).getUTCDay() === 0;
      expect(isHoliday(date), date).toBe(sunday || expected.has(date));
    }
  });

  it.each(['2025-04-21', '2026-04-06', '2027-03-29', '2025-06-19', '2026-06-04', '2027-05-27', '2025-12-24'])(
    '%s is one',
    (date) => expect(isHoliday(date)).toBe(true),
  );

  it.each(['2024-12-24', '2025-05-02', '2025-04-18'])('%s is not', (date) => expect(isHoliday(date)).toBe(false));
});

describe('terms in days (T4)', () => {
  it.each([
    ['2026-06-01', 7, '2026-06-08', 'a Monday stays'],
    ['2026-06-02', 4, '2026-06-08', 'a Saturday moves to Monday'],
    ['2026-05-28', 7, '2026-06-05', 'Corpus Christi moves to Friday'],
    ['2025-12-10', 14, '2025-12-29', 'Christmas Eve moves past the feasts and the weekend'],
    ['2024-12-10', 14, '2024-12-24', 'Christmas Eve of 2024 was no holiday'],
    ['2026-03-22', 7, '2026-03-30', 'the Sunday of a clock change moves to Monday'],
  ])('from %s, %i days end on %s: %s', (start, days, end) => expect(termEnd(start, days)).toBe(end));

  it('always end on a working day, never before the counted one, at most five days later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const start = addDays('2022-01-01', offset);
        const end = termEnd(start, days);
        expect(isWorkingDay(end)).toBe(true);
        expect(end >= addDays(start, days) && end <= addDays(start, days + 5)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('working days (T5)', () => {
  it.each([
    ['2026-06-03', 1, '2026-06-05'],
    ['2026-06-05', 1, '2026-06-08'],
    ['2025-12-23', 1, '2025-12-29'],
    ['2026-06-06', 0, '2026-06-08'],
    ['2026-06-08', 0, '2026-06-08'],
  ])('%s and %i more give %s', (start, count, end) => expect(addWorkingDays(start, count)).toBe(end));
});

describe('typed dates and times', () => {
  it.each([
    ['2026-05-07', '2026-05-07'],
    [' 7.05.2026 ', '2026-05-07'],
    ['07/05/2026', '2026-05-07'],
    ['2026-5-7', '2026-05-07'],
  ])('%j is %s', (text, value) => expect(parseCivilDate(text)).toEqual({ ok: true, value }));

  it.each([
    ['29.02.2023', 'no_such_date'],
    ['2026-13-01', 'no_such_date'],
    ['7 maja', 'not_a_date'],
    ['', 'empty'],
  ])('%j is refused as %s', (text, reason) => expect(parseCivilDate(text)).toEqual({ ok: false, reason }));

  it('a time is read with a colon or a dot and refused beyond the day', () => {
    expect(parseCivilTime('9:00')).toEqual({ ok: true, value: '09:00' });
    expect(parseCivilTime('23.59')).toEqual({ ok: true, value: '23:59' });
    expect(parseCivilTime('24:00')).toEqual({ ok: false, reason: 'not_a_time' });
  });
});
