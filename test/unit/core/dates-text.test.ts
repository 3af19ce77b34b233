import { describe, expect, it } from 'vitest';
import { formatDate, formatMoment, formatShort, formatStamp } from '../../../src/core/dates-text.ts';

const closing = new Date('2023-05-07T21:59:07Z');

describe('moments for people', () => {
  it('carry the weekday and Warsaw time in Polish (T1, R5)', () => {
    expect(formatMoment(closing, 'pl')).toBe('niedziela, 7 maja 2023 r., godz. 23:59');
    expect(formatStamp(closing, 'pl')).toBe('niedziela, 7 maja 2023 r., godz. 23:59:07');
  });

  it('say in English that the time is Warsaw’s', () => {
    expect(formatMoment(closing, 'en')).toBe('Sunday, 7 May 2023, 23:59 (Warsaw time)');
    expect(formatStamp(closing, 'en')).toBe('Sunday, 7 May 2023, 23:59:07 (Warsaw time)');
  });

  it('name another zone in both languages', () => {
    expect(formatMoment(closing, 'pl', 'Europe/London')).toBe('niedziela, 7 maja 2023 r., godz. 22:59 (Europe/London)');
    expect(formatMoment(closing, 'en', 'Europe/London')).toBe('Sunday, 7 May 2023, 22:59 (Europe/London)');
  });

  it('of a date alone need no zone', () => {
    expect(formatDate('2023-05-07', 'pl')).toBe('7 maja 2023 r.');
    expect(formatDate('2023-05-07', 'en')).toBe('7 May 2023');
    expect(() => formatDate('2023-02-30', 'pl')).toThrow(RangeError);
  });

  it('fit into a slot', () => {
    expect(formatShort(new Date('2026-06-02T08:00Z'), 'pl')).toBe('wt. 2 czerwca, 10:00');
    expect(formatShort(new Date('2026-06-02T08:00Z'), 'en')).toBe('Tue 2 June, 10:00');
  });
});
