import { describe, expect, test } from 'vitest';
import { type Availability, offeredTimes, USUAL_TERMS } from '../../../../src/features/availability/rules/index.ts';

const base: Availability = {
  expertId: '00000000-0000-4000-8000-000000000001',
  terms: { ...USUAL_TERMS, zone: 'Europe/Warsaw', version: 1 },
  weekly: [{ id: 'a', weekday: 1, from: 600, to: 840, kinds: [] }],
  exceptions: [],
  absences: [],
};
const now = new Date('2026-05-29T10:00:00+02:00');
const starts = (availability: Availability, span = { now }) =>
  offeredTimes(availability, span).map(({ start }) => start.toISOString());

describe('offered times', () => {
  test('begin at the hours and follow each other by their length', () => {
    expect(starts(base).slice(0, 5)).toEqual([
      '2026-06-01T08:00:00.000Z',
      '2026-06-01T09:00:00.000Z',
      '2026-06-01T10:00:00.000Z',
      '2026-06-01T11:00:00.000Z',
      '2026-06-08T08:00:00.000Z',
    ]);
  });

  test('a weekly 10:00 stays 10:00 over the clock change', () => {
    const found = starts(
      { ...base, weekly: [{ id: 'a', weekday: 1, from: 600, to: 660, kinds: [] }] },
      { now: new Date('2026-10-20T10:00Z') },
    );
    expect(found.slice(0, 2)).toEqual(['2026-10-26T09:00:00.000Z', '2026-11-02T09:00:00.000Z']);
  });
});
