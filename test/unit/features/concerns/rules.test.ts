import { describe, expect, it } from 'vitest';
import { isTooLong, owedFor, TOPICS, topicOf } from '../../../../src/features/concerns/rules/index.ts';

const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00+01:00`);

/** Working days after the first day up to the last, counted one by one; the holidays are written down here. */
const HOLIDAYS = ['2025-11-11', '2025-12-24', '2025-12-25', '2025-12-26', '2026-01-01', '2026-01-06', '2026-05-01'];
function slowly(since: string, today: string): number {
  let count = 0;
  for (let day = new Date(`${since}T12:00:00Z`); ; ) {
    day = new Date(day.getTime() + 86_400_000);
    const date = day.toISOString().slice(0, 10);
    if (date > today) return count;
    if (day.getUTCDay() % 6 !== 0 && !HOLIDAYS.includes(date)) count += 1;
  }
}

describe('a silence', () => {
  it('is too long on the day after so many working days, holidays and weekends left out', () => {
    // 15 December 2025 is a Monday: 16–19, 22, 23, 29, 30, 31 December and 2 January are the ten.
    expect(isTooLong(at('2025-12-15'), at('2026-01-02', '23:00'), 10)).toBe(false);
    expect(isTooLong(at('2025-12-15'), at('2026-01-03', '00:00'), 10)).toBe(true);
  });

  it('counts by the calendar of Warsaw, not by hours', () => {
    expect(isTooLong(at('2025-12-15', '23:59'), at('2025-12-17', '00:00'), 1)).toBe(true);
    expect(isTooLong(at('2025-12-15', '00:01'), at('2025-12-16', '23:59'), 1)).toBe(false);
  });

  it('is what counting day by day says, over Christmas and the winter', () => {
    for (let n = 0; n < 90; n += 1) {
      const today = new Date(Date.UTC(2025, 10, 3 + n, 12)).toISOString().slice(0, 10);
      for (const since of ['2025-11-01', '2025-12-12', '2025-12-23', '2026-01-05'].filter((day) => day <= today)) {
        // On a day off nothing is counted further, so the silence is too long from the first day after the last that counts.
        const isLong = isTooLong(at(since), at(today), 10);
        const before = new Date(new Date(`${today}T12:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
        expect([since, today, isLong]).toEqual([since, today, before >= since && slowly(since, before) >= 10]);
      }
    }
  });
});

describe('a private word', () => {
  const asked = { id: 'r', participationId: 'p', cohortId: 'c', answerOn: '2025-12-29', closedAt: null };

  it('is a matter of staff by its day until it is closed', () => {
    expect(owedFor(asked)).toMatchObject([{ by: { staffOf: 'c' }, due: { date: '2025-12-29', time: '23:59' } }]);
    expect(owedFor({ ...asked, closedAt: at('2025-12-20') })).toEqual([]);
  });

  it('of a kind to which nobody keeps count is owed nothing', () => {
    expect(owedFor({ ...asked, answerOn: null })).toEqual([]);
    expect(TOPICS.every((topic) => topicOf(topic) === topic)).toBe(true);
    expect(topicOf('question')).toBeNull();
  });
});
