import { describe, expect, it } from 'vitest';
import {
  claimUntil,
  consultationSettings,
  freeAmong,
  isInsideNotice,
  isWithinQuota,
  requestUntil,
  usedMinutes,
} from '../../../../src/features/consultations/rules/index.ts';
import { timeText } from '../../../../src/features/consultations/texts.ts';

const at = (iso: string): Date => new Date(`${iso}+01:00`);
const settings = consultationSettings({});
const hour = (state: string, day: string, minutesCounted: number | null = null) => ({
  ...{ state, startsAt: at(`2024-03-${day}T10:00`), endsAt: at(`2024-03-${day}T11:00`), minutesCounted },
});

describe('hours of an organisation', () => {
  it('count what is asked for, booked and took place, as the card counts it, and nothing that was cancelled', () => {
    const all = [hour('requested', '04'), hour('booked', '05'), hour('held', '06', 45), hour('held', '07')];
    expect(usedMinutes([...all, hour('expired', '08'), hour('cancelled_by_organisation', '11')])).toBe(225);
  });

  it('leave the first no-show out, whichever comes first in the list', () => {
    expect(usedMinutes([hour('no_show', '05')])).toBe(0);
    expect(usedMinutes([hour('no_show', '06'), hour('no_show', '05')])).toBe(60);
  });

  it('may be used to the last minute; without a limit there is none', () => {
    expect(isWithinQuota(2, 60, 60)).toBe(true);
    expect(isWithinQuota(2, 61, 60)).toBe(false);
    expect(isWithinQuota(null, 99_999, 60)).toBe(true);
  });
});

describe('what waits for somebody', () => {
  it('a request waits two working days, never into the meeting', () => {
    const friday = at('2024-03-01T10:00');
    expect(requestUntil(friday, at('2024-03-20T10:00'), settings)).toEqual(at('2024-03-05T10:00'));
    expect(requestUntil(friday, at('2024-03-04T09:00'), settings)).toEqual(at('2024-03-04T09:00'));
  });

  it('an offer waits four hours of working days, over the night and the weekend, and never inside the notice time', () => {
    const far = at('2024-03-20T10:00');
    expect(claimUntil(at('2024-03-01T10:00'), far, 60, settings)).toEqual(at('2024-03-01T14:00'));
    expect(claimUntil(at('2024-03-01T18:00'), far, 60, settings)).toEqual(at('2024-03-04T10:00'));
    expect(claimUntil(at('2024-03-02T12:00'), far, 60, settings)).toEqual(at('2024-03-04T12:00'));
    expect(claimUntil(at('2024-03-01T10:00'), at('2024-03-01T13:00'), 60, settings)).toEqual(at('2024-03-01T12:00'));
  });

  it('a cancellation is late from the first moment inside the notice time', () => {
    const start = at('2024-03-04T10:00');
    expect(isInsideNotice(at('2024-03-03T10:00'), start, 1440)).toBe(false);
    expect(isInsideNotice(new Date(at('2024-03-03T10:00').getTime() + 1), start, 1440)).toBe(true);
  });
});

describe('free times', () => {
  it('touch what is taken, and never overlap it', () => {
    const stretch = (from: string, until: string) => ({
      busyFrom: at(`2024-03-04T${from}`),
      busyUntil: at(`2024-03-04T${until}`),
    });
    const offered = [stretch('09:00', '10:00'), stretch('09:30', '10:30'), stretch('11:00', '12:00')];
    expect(freeAmong(offered, [stretch('10:00', '11:00')])).toEqual([offered[0], offered[2]]);
  });
});

describe('a time in words', () => {
  const time = { start: at('2026-06-02T09:00'), end: at('2026-06-02T10:00'), zone: 'Europe/Warsaw' };

  it('is said on the reader’s clocks, whose zone is named where the expert’s show something else', () => {
    expect(timeText(time, 'pl')).toBe('wt. 2 czerwca, 10:00–11:00');
    expect(timeText(time, 'pl', 'Europe/Berlin')).toBe('wt. 2 czerwca, 10:00–11:00');
    expect(timeText(time, 'pl', 'Europe/London')).toBe('wt. 2 czerwca, 09:00–10:00 (czas: Europe/London)');
    expect(timeText(time, 'en')).toBe('Tue 2 June, 10:00–11:00');
    expect(timeText(time, 'pl', 'Nowhere/City')).toBe('wt. 2 czerwca, 10:00–11:00');
  });
});
