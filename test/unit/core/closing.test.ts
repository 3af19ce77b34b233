import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CivilMoment,
  civilOf,
  closesAfter,
  isInTime,
  toInstant,
  WARSAW,
} from '../../../src/core/calendar/index.ts';

const MINUTE = 60_000;
const warsaw = (date: string, time: string): CivilMoment => ({ date, time, zone: WARSAW });

/** The slow way, without luxon: what Intl says the clocks of Warsaw show, minute after minute. */
const intl = new Intl.DateTimeFormat('sv-SE', {
  timeZone: WARSAW,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const shown = (millis: number) => intl.format(millis);

const changeDays = [2023, 2024, 2025, 2026].flatMap((year) =>
  [2, 9].map((month) => {
    const last = new Date(Date.UTC(year, month + 1, 0));
    last.setUTCDate(last.getUTCDate() - last.getUTCDay());
    return { day: last.toISOString().slice(0, 10), from: last.getTime() - 60 * MINUTE };
  }),
);

/** First instant at or after which Warsaw shows each wall-clock minute of the hours around a change. */
function firstInstants(from: number): Map<string, number> {
  const first = new Map<string, number>();
  for (let at = from; at < from + 5 * 60 * MINUTE; at += MINUTE) {
    const label = shown(at);
    if (!first.has(label)) first.set(label, at);
  }
  return first;
}

/** The wall-clock label itself, or the next one that exists. */
function slowInstant(day: string, minuteOfDay: number, first: ReadonlyMap<string, number>): number {
  for (let minute = minuteOfDay; minute < 1440; minute += 1) {
    const at = first.get(`${day} ${hhmm(minute)}`);
    if (at !== undefined) return at;
  }
  throw new Error(`nothing after ${day} ${hhmm(minuteOfDay)}`);
}

const hhmm = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

describe('closing minutes on the days the clocks change, against a slow independent count', () => {
  it('covers eight days, both directions of four years', () => {
    expect(changeDays.map(({ day }) => day)).toContain('2025-10-26');
    expect(changeDays.map(({ day }) => day)).toContain('2026-03-29');
    expect(changeDays).toHaveLength(8);
  });

  it.each(changeDays)('$day: every minute from 01:30 to 03:29', ({ day, from }) => {
    const first = firstInstants(from);
    const minutes = Array.from({ length: 120 }, (_, i) => 90 + i);
    const slow = minutes.map((minute) => verdicts(day, minute, slowInstant(day, minute, first)));
    const ours = minutes.map((minute) => {
      const civil = warsaw(day, hhmm(minute));
      const at = toInstant(civil).instant.getTime();
      const timely = (late: number, rule: 'inclusive' | 'exclusive') => isInTime(new Date(at + late), civil, rule);
      return {
        ...verdicts(day, minute, at),
        closes: closesAfter(civil, 'inclusive').getTime(),
        inclusive: [timely(MINUTE - 1, 'inclusive'), timely(MINUTE, 'inclusive')],
        exclusive: [timely(0, 'exclusive'), timely(1, 'exclusive')],
      };
    });
    expect(ours).toEqual(slow);
  });
});

/** What must hold for a wall-clock minute that begins at `at`. */
const verdicts = (day: string, minute: number, at: number) => ({
  label: `${day} ${hhmm(minute)}`,
  at,
  closes: at + MINUTE,
  inclusive: [true, false],
  exclusive: [true, false],
});

describe('the wall clock', () => {
  const anyMinute = fc.record({
    day: fc.integer({ min: 0, max: 3650 }),
    minute: fc.integer({ min: 0, max: 1439 }),
  });

  it('survives the way to an instant and back, or moves as documented (invariant 13)', () => {
    fc.assert(
      fc.property(anyMinute, ({ day, minute }) => {
        const civil = warsaw(new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10), hhmm(minute));
        const { instant, shift } = toInstant(civil);
        expect(civilOf(instant)).toEqual(shift === 'gap' ? { ...civil, time: '03:00' } : civil);
        expect(shown(instant.getTime())).toBe(`${civil.date} ${civilOf(instant).time}`);
      }),
      { numRuns: 300 },
    );
  });

  it('02:30 that does not exist becomes 03:00, with a warning (T7, edge case 10)', () => {
    const { instant, shift } = toInstant(warsaw('2026-03-29', '02:30'));
    expect([instant.toISOString(), shift]).toEqual(['2026-03-29T01:00:00.000Z', 'gap']);
  });

  it('02:30 that happens twice means the first, with a warning (T7)', () => {
    const { instant, shift } = toInstant(warsaw('2026-10-25', '02:30'));
    expect([instant.toISOString(), shift]).toEqual(['2026-10-25T00:30:00.000Z', 'overlap']);
  });

  it('knows a country that skipped a whole day', () => {
    const { instant, shift } = toInstant({ date: '2011-12-30', time: '12:00', zone: 'Pacific/Apia' });
    expect([civilOf(instant, 'Pacific/Apia').date, shift]).toEqual(['2011-12-31', 'gap']);
  });

  it.each([
    warsaw('2023-02-29', '10:00'),
    warsaw('2023-2-1', '10:00'),
    warsaw('2023-02-01', '24:00'),
    { date: '2023-02-01', time: '10:00', zone: 'Europe/Nowhere' },
  ])('refuses %o loudly', (civil) => expect(() => toInstant(civil)).toThrow(RangeError));
});

describe('a call', () => {
  it('that closes at 23:59 takes a form sent at 23:59:59.999 and refuses 00:00:00.000 (T2, edge case 1)', () => {
    const civil = warsaw('2023-05-07', '23:59');
    expect(isInTime(new Date('2023-05-07T23:59:59.999+02:00'), civil, 'inclusive')).toBe(true);
    expect(isInTime(new Date('2023-05-08T00:00:00.000+02:00'), civil, 'inclusive')).toBe(false);
  });

  it('that closes exclusively at 18:00 takes 18:00:00.000 and refuses 18:00:00.001 (T2, edge case 2)', () => {
    const civil = warsaw('2024-01-22', '18:00');
    expect(isInTime(new Date('2024-01-22T17:00:00.000Z'), civil, 'exclusive')).toBe(true);
    expect(isInTime(new Date('2024-01-22T17:00:00.001Z'), civil, 'exclusive')).toBe(false);
    expect(isInTime(new Date('2024-01-22T17:00:59.999Z'), civil, 'inclusive')).toBe(true);
  });
});
