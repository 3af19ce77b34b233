import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, minutesOf } from '../../../../src/core/calendar/index.ts';
import {
  type Availability,
  instantsOf,
  KINDS,
  type OfferedTime,
  offeredTimes,
  stepOf,
  USUAL_TERMS,
} from '../../../../src/features/availability/rules/index.ts';
import { availability } from '../../../support/availability.ts';

const MINUTE = 60_000;
const FRIDAY = new Date('2026-05-29T10:00:00+02:00');
const terms = availability().terms;
const of = (facts: Partial<Availability>, now = FRIDAY) => offeredTimes(availability(facts), { now });
const shown = (times: readonly OfferedTime[]) =>
  times.map(({ start, zone }) => {
    const { date, time } = civilOf(start, zone);
    return `${date} ${time}`;
  });
const exception = { id: 'e', date: '2026-06-01', isOpen: false, from: 0, to: 1440, kinds: [] };
const absence = { id: 'a', expertId: availability().expertId, substituteId: null };

describe('offered times', () => {
  it('begin at the hours and follow each other by their length', () => {
    const times = shown(of({}));
    expect(times.slice(0, 5)).toEqual([
      ...['2026-06-01 10:00', '2026-06-01 11:00', '2026-06-01 12:00', '2026-06-01 13:00', '2026-06-08 10:00'],
    ]);
  });

  it('leave room for both buffers, and each carries them', () => {
    const [first, second] = of({ terms: { ...terms, bufferBefore: 5, bufferAfter: 20 } });
    expect(shown([first, second].filter((one) => one !== undefined))).toEqual(['2026-06-01 10:00', '2026-06-01 11:30']);
    expect(first?.busyFrom.toISOString()).toBe('2026-06-01T07:55:00.000Z');
    expect(first?.busyUntil.toISOString()).toBe('2026-06-01T09:20:00.000Z');
  });

  it('a weekly 10:00 stays 10:00 over both clock changes', () => {
    const weekly = [{ id: 'w', weekday: 1, from: 600, to: 660, kinds: [] }];
    for (const now of ['2026-10-15T00:00Z', '2026-03-18T00:00Z']) {
      const times = shown(of({ weekly }, new Date(now)));
      expect(times.length).toBeGreaterThan(5);
      expect(times.every((time) => time.endsWith('10:00'))).toBe(true);
    }
  });

  it('keep the notice time to the minute, and the last civil day of the horizon', () => {
    const at = (iso: string) => shown(of({}, new Date(iso)))[0];
    expect(at('2026-05-31T10:00:00.000+02:00')).toBe('2026-06-01 10:00');
    expect(at('2026-05-31T10:00:00.001+02:00')).toBe('2026-06-01 11:00');
    const near = { terms: { ...terms, horizonDays: 3 } };
    expect(shown(of(near))).toHaveLength(4);
    expect(shown(of({ terms: { ...terms, horizonDays: 2 } }))).toEqual([]);
  });

  it('are taken away by a closed day or part, by an absence with its last day, and come back after it', () => {
    expect(shown(of({ exceptions: [exception] }))[0]).toBe('2026-06-08 10:00');
    const part = { ...exception, from: 660, to: 720 };
    expect(shown(of({ exceptions: [part] })).slice(0, 3)).toEqual([
      ...['2026-06-01 10:00', '2026-06-01 12:00', '2026-06-01 13:00'],
    ]);
    const away = { ...absence, from: '2026-05-30', last: '2026-06-08' };
    expect(shown(of({ absences: [away] }))[0]).toBe('2026-06-15 10:00');
  });

  it('are added by open hours, which stand instead of the weekly ones they cover', () => {
    const extra = { ...exception, isOpen: true, from: 810, to: 930, kinds: ['phone' as const] };
    const times = of({ exceptions: [extra] }).slice(0, 5);
    expect(shown(times)).toEqual([
      ...['2026-06-01 10:00', '2026-06-01 11:00', '2026-06-01 12:00', '2026-06-01 13:30', '2026-06-01 14:30'],
    ]);
    expect(times.map(({ kinds }) => kinds[0])).toEqual(['online', 'online', 'online', 'phone', 'phone']);
  });

  it('up to midnight end there', () => {
    const weekly = [{ id: 'w', weekday: 1, from: 1350, to: 1440, kinds: [] }];
    expect(shown(of({ weekly }))[0]).toBe('2026-06-01 22:30');
    expect(shown(of({ weekly })).filter((time) => time.startsWith('2026-06-01'))).toHaveLength(1);
  });
});

const part = fc
  .tuple(fc.integer({ min: 0, max: 1435 }), fc.integer({ min: 5, max: 600 }))
  .map(([from, length]) => ({ from, to: Math.min(1440, from + length), kinds: [] }));
const dates = fc
  .integer({ min: 0, max: 40 })
  .map((day) => new Date(Date.UTC(2026, 2, 10 + day)).toISOString().slice(0, 10));

/** Parts of which no two of a day overlap, as the table keeps them. */
const apart = <T extends { readonly from: number; readonly to: number }>(
  all: readonly T[],
  dayOf: (one: T) => unknown,
) =>
  all.filter((one, n) =>
    all.slice(0, n).every((other) => dayOf(other) !== dayOf(one) || other.to <= one.from || one.to <= other.from),
  );

const anyAvailability: fc.Arbitrary<Availability> = fc
  .record({
    zone: fc.constantFrom('Europe/Warsaw', 'Europe/Lisbon', 'America/New_York', 'Asia/Kathmandu'),
    minutes: fc.constantFrom(15, 45, 60, 100),
    before: fc.constantFrom(0, 5, 30),
    after: fc.constantFrom(0, 10, 45),
    notice: fc.constantFrom(0, 90, 1440),
    weekly: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), part), { maxLength: 12 }),
    exceptions: fc.array(fc.tuple(dates, fc.boolean(), part), { maxLength: 8 }),
    absences: fc.array(fc.tuple(dates, dates), { maxLength: 3 }),
  })
  .map(({ zone, minutes, before, after, notice, weekly, exceptions, absences }) =>
    availability({
      terms: {
        ...{ ...USUAL_TERMS, zone, minutes, bufferBefore: before, bufferAfter: after },
        ...{ noticeMinutes: notice, horizonDays: 30, version: 1, kinds: [...KINDS] },
      },
      weekly: apart(
        weekly.map(([weekday, times], n) => ({ ...times, id: `w${n}`, weekday })),
        ({ weekday }) => weekday,
      ),
      exceptions: apart(
        exceptions.map(([date, isOpen, times], n) => ({ ...times, id: `e${n}`, date, isOpen })),
        ({ date }) => date,
      ),
      absences: absences.map(([a, b], n) => {
        const [from = a, last = b] = [a, b].sort();
        return { ...absence, id: `a${n}`, from, last };
      }),
    }),
  );
const moments = fc.integer({ min: 0, max: 40 * 1440 }).map((n) => new Date(Date.UTC(2026, 2, 10) + n * MINUTE));

describe('offered times, whatever the hours', () => {
  it('are sorted, each once, of the right length and buffers, not before the notice time', () => {
    fc.assert(
      fc.property(anyAvailability, moments, (one, now) => {
        const times = offeredTimes(one, { now });
        const { minutes, bufferBefore, bufferAfter, noticeMinutes } = one.terms;
        times.forEach(({ start, end, busyFrom, busyUntil }, n) => {
          expect(start.getTime()).toBeGreaterThanOrEqual(now.getTime() + noticeMinutes * MINUTE);
          expect(start.getTime()).toBeGreaterThan(times[n - 1]?.start.getTime() ?? 0);
          expect(end.getTime() - start.getTime()).toBe(minutes * MINUTE);
          expect(start.getTime() - busyFrom.getTime()).toBe(bufferBefore * MINUTE);
          expect(busyUntil.getTime() - end.getTime()).toBe(bufferAfter * MINUTE);
        });
      }),
    );
  });

  it('lie in hours that are open, and never in an absence or a closed part', () => {
    fc.assert(
      fc.property(anyAvailability, moments, (one, now) => {
        for (const { start, end } of offeredTimes(one, { now })) {
          const [from, to] = [civilOf(start, one.terms.zone), civilOf(new Date(end.getTime() - 1), one.terms.zone)];
          expect(to.date).toBe(from.date);
          const weekday = ((new Date(`${from.date}T00:00Z`).getUTCDay() + 6) % 7) + 1;
          const ofDay = one.exceptions.filter(({ date }) => date === from.date);
          const open = [...one.weekly.filter((w) => w.weekday === weekday), ...ofDay.filter(({ isOpen }) => isOpen)];
          const [first, last] = [minutesOf(from.time), minutesOf(to.time)];
          expect(open.some((hours) => hours.from <= first && first < hours.to)).toBe(true);
          expect(open.some((hours) => hours.from <= last && last < hours.to)).toBe(true);
          expect(ofDay.some((e) => !e.isOpen && e.from <= last && first < e.to)).toBe(false);
          for (const away of one.absences) {
            const { from: begins, until } = instantsOf(away, one.terms.zone);
            expect(start < until && begins < end).toBe(false);
          }
        }
      }),
    );
  });

  it('are the same when a span is looked at in pieces', () => {
    fc.assert(
      fc.property(anyAvailability, moments, fc.array(moments, { maxLength: 5 }), (one, now, cuts) => {
        const borders = [...cuts].sort((a, b) => a.getTime() - b.getTime());
        const pieces = [...borders, null].map((to, n) => {
          const from = borders[n - 1];
          return { now, ...(from ? { from } : {}), ...(to ? { to } : {}) };
        });
        const inPieces = pieces.flatMap((span) => offeredTimes(one, span));
        expect(inPieces).toEqual(offeredTimes(one, { now }));
      }),
    );
  });

  it('of one part can all be booked beside each other', () => {
    fc.assert(
      fc.property(anyAvailability, ({ terms: given }) => {
        expect(stepOf(given)).toBeGreaterThanOrEqual(given.bufferBefore + given.minutes + given.bufferAfter);
        expect(stepOf(given) % 15).toBe(0);
      }),
    );
  });
});
