import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  civilOf,
  isValidDate,
  isWorkingDay,
  subtractWorkingDays,
  toInstant,
  utcDate,
} from '../../../src/core/calendar/index.ts';

const ZONES = ['Europe/Warsaw', 'UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];

const from = Date.parse('1990-01-01T00:00Z');
const to = Date.parse('2040-01-01T00:00Z');
const instant = fc.integer({ min: from / 1000, max: to / 1000 }).map((seconds) => new Date(seconds * 1000));
const zone = fc.constantFrom(...ZONES);

describe('civil time', () => {
  it('is what luxon says, at any instant and in any zone, however often it is asked', () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const local = DateTime.fromJSDate(at, { zone: where });
        const expected = { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm'), zone: where };
        expect(civilOf(at, where)).toEqual(expected);
        expect(civilOf(at, where)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('is right at each minute of a day on which the clocks change', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2006-04-02'])
      for (const where of ['Europe/Warsaw', 'America/St_Johns'])
        for (let minute = 0; minute < 1440; minute += 1) {
          const at = new Date(Date.parse(`${day}T00:00Z`) + minute * 60_000);
          const { date, time } = civilOf(at, where);
          expect(`${date} ${time}`).toBe(DateTime.fromJSDate(at, { zone: where }).toFormat('yyyy-MM-dd HH:mm'));
        }
  });

  it('leads back to the instant, unless the clocks showed it twice', () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
        const back = toInstant(civilOf(minute, where));
        expect(back.shift === 'overlap' || back.instant.getTime() === minute.getTime()).toBe(true);
        expect(back.shift).not.toBe('gap');
      }),
      { numRuns: 500 },
    );
  });

  it('of no instant, or in no zone, is a mistake', () => {
    expect(() => civilOf(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => civilOf(new Date(0), 'Europe/Latarnia')).toThrow('not a zone');
    expect(() => toInstant({ date: '2026-02-29', time: '12:00', zone: 'UTC' })).toThrow('not a date');
    expect(() => toInstant({ date: '2026-02-28', time: '24:00', zone: 'UTC' })).toThrow('not a time');
  });
});

describe('a civil date', () => {
  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '', 'today'])(
    '%j is none',
    (date) => expect([isValidDate(date), isValidDate(date)]).toEqual([false, false]),
  );

  it('moves by days as luxon moves it', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -900, max: 900 }), (at, days) => {
        const date = at.toISOString().slice(0, 10);
        expect(addDays(date, days)).toBe(utcDate(date).plus({ days }).toFormat('yyyy-MM-dd'));
      }),
    );
  });
});

describe('working days before a date', () => {
  it.each([
    ['2026-06-08', 1, '2026-06-05'],
    ['2026-06-05', 1, '2026-06-03'],
    ['2025-12-29', 1, '2025-12-23'],
    ['2024-12-27', 1, '2024-12-24'],
    ['2026-06-07', 0, '2026-06-05'],
    ['2026-06-05', 0, '2026-06-05'],
  ])('%s less %i is %s', (end, count, start) => expect(subtractWorkingDays(end, count)).toBe(start));

  it('are counted as those after it are', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 30 }), (offset, count) => {
        const end = addDays('2023-01-01', offset);
        const start = subtractWorkingDays(end, count);
        expect(isWorkingDay(start)).toBe(true);
        if (isWorkingDay(end)) expect(addWorkingDays(start, count)).toBe(end);
      }),
    );
  });
});
