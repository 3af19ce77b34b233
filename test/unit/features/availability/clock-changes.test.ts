import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../../src/core/calendar/index.ts';
import { offeredTimes, partsOf, USUAL_TERMS } from '../../../../src/features/availability/rules/index.ts';
import { availability } from '../../../support/availability.ts';
import { type SlowClocks, slowClocks } from '../../../support/slow-hours.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const QUARTERS = Array.from({ length: 96 }, (_, n) => n * 15);

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const daysFrom = (date: string, days: number): string => dateOf(Date.parse(`${date}T00:00Z`) + days * DAY);

/** The `n`-th Sunday of a month, or the last. */
function sunday(year: number, month: number, n: number | 'last'): string {
  const all = Array.from({ length: 31 }, (_, day) => new Date(Date.UTC(year, month - 1, day + 1)))
    .filter((day) => day.getUTCMonth() === month - 1 && day.getUTCDay() === 0)
    .map((day) => dateOf(day.getTime()));
  return (n === 'last' ? all.at(-1) : all[n - 1]) ?? '';
}

const ZONES = [
  ['Europe/Warsaw', (year: number) => [sunday(year, 3, 'last'), sunday(year, 10, 'last')]],
  ['Europe/Lisbon', (year: number) => [sunday(year, 3, 'last'), sunday(year, 10, 'last')]],
  ['America/New_York', (year: number) => [sunday(year, 3, 2), sunday(year, 11, 1)]],
  // The clocks change by half an hour.
  ['Australia/Lord_Howe', (year: number) => (year < 2027 ? [sunday(year, 4, 1), sunday(year, 10, 1)] : [])],
] as const;
const YEARS = [2025, 2026, 2027, 2028, 2029, 2030];
const known = new Map<string, SlowClocks>();
const clocksAround = (zone: string, date: string): SlowClocks => {
  const kept = known.get(`${zone} ${date}`) ?? slowClocks(zone, daysFrom(date, -2), daysFrom(date, 3));
  known.set(`${zone} ${date}`, kept);
  return kept;
};

const WEEKENDS = ZONES.flatMap(([zone, days]) =>
  YEARS.flatMap((year) => days(year).map((date) => [zone, date] as const)),
);

/** Each quarter of an hour on Saturday, Sunday and Monday is a weekly hour of its own. */
const everyQuarter = (zone: string) =>
  availability({
    terms: { ...USUAL_TERMS, zone, minutes: 15, noticeMinutes: 0, horizonDays: 10, version: 1 },
    weekly: [6, 7, 1].flatMap((weekday) =>
      QUARTERS.map((from) => ({ id: `${weekday}-${from}`, weekday, from, to: from + 15, kinds: [] })),
    ),
  });

/** Where the clocks show the quarters of a day; what a change has swallowed has no length, and nothing fits in it. */
const quartersOf = (slow: SlowClocks, day: string): readonly number[] =>
  QUARTERS.flatMap((from) => {
    const start = slow.instantOf(day, clockOf(from));
    const to = from + 15;
    const end = to === 1440 ? slow.instantOf(daysFrom(day, 1), '00:00') : slow.instantOf(day, clockOf(to));
    return end - start >= 15 * MINUTE ? [start] : [];
  });

describe('clock changes, against clocks that are read minute by minute', () => {
  it.each(WEEKENDS)('in %s on %s every quarter of an hour is where the clocks show it', (zone, date) => {
    const slow = clocksAround(zone, date);
    const span = { now: new Date(`${daysFrom(date, -2)}T00:00Z`), to: new Date(`${daysFrom(date, 2)}T12:00Z`) };
    const three = [daysFrom(date, -1), date, daysFrom(date, 1)];
    const times = offeredTimes(everyQuarter(zone), span);
    const found = times
      .map(({ start }) => start.getTime())
      .filter((start) => three.includes(slow.shownAt(start).slice(0, 10)));
    expect(found).toEqual([...new Set(three.flatMap((day) => quartersOf(slow, day)))]);
    expect(found.length).toBeGreaterThan(3 * 96 - 5);
    expect(times.every(({ start, end }) => end.getTime() - start.getTime() === 15 * MINUTE)).toBe(true);
  });

  it.each(WEEKENDS)('in %s on %s hours from evening to morning last as long as the clocks say', (zone, date) => {
    const slow = clocksAround(zone, date);
    const terms = { ...USUAL_TERMS, zone, minutes: 45, noticeMinutes: 0, horizonDays: 10, version: 1 };
    const night = availability({ terms, weekly: [{ id: 'night', weekday: 7, from: 0, to: 300, kinds: [] }] });
    const span = { now: new Date(`${daysFrom(date, -2)}T00:00Z`), to: new Date(`${daysFrom(date, 2)}T00:00Z`) };
    expect(partsOf(night, date)).toHaveLength(1);
    const end = slow.instantOf(date, '05:00');
    const wanted = [0, 45, 90, 135, 180, 225]
      .map((minute) => slow.instantOf(date, clockOf(minute)))
      .filter((start, n, all) => start + 45 * MINUTE <= end && all.indexOf(start) === n);
    expect(offeredTimes(night, span).map(({ start }) => start.getTime())).toEqual(wanted);
  });

  it('the hour of March that does not exist begins at the next minute that does, and that of October at its first', () => {
    const at = (from: number, now: string) => {
      const weekly = [{ id: 'one', weekday: 7, from, to: from + 120, kinds: [] }];
      return offeredTimes(availability({ weekly }), { now: new Date(now) })[0]?.start.toISOString();
    };
    expect(at(150, '2026-03-26T12:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(at(150, '2026-10-22T12:00Z')).toBe('2026-10-25T00:30:00.000Z');
  });
});
