import { addDays, addWorkingDays, civilOf, isWorkingDay, toInstant, WARSAW } from '../../../core/calendar/index.ts';

/** Terms of a cohort for consultations, as its definition has them; what it does not say is as here. */
export type ConsultationSettings = {
  /** For so many minutes a time is held while the form is open. */
  readonly holdMinutes: number;
  /** An expert answers a request within so many working days. */
  readonly requestWorkingDays: number;
  /** A time offered to somebody in the queue is theirs for so many hours of working days, quiet hours not counted. */
  readonly claimHours: number;
  /** A question that no expert took in so many working days is a matter of staff. */
  readonly questionWorkingDays: number;
  /** Hours of consultations for each organisation; null: no limit. */
  readonly expertHours: number | null;
  readonly quietFrom: string;
  readonly quietTo: string;
};

type Given = { readonly [K in keyof ConsultationSettings]?: ConsultationSettings[K] };

export const consultationSettings = (given: Given): ConsultationSettings => ({
  holdMinutes: given.holdMinutes ?? 5,
  requestWorkingDays: given.requestWorkingDays ?? 2,
  claimHours: given.claimHours ?? 4,
  questionWorkingDays: given.questionWorkingDays ?? 3,
  expertHours: given.expertHours ?? null,
  quietFrom: given.quietFrom ?? '20:00',
  quietTo: given.quietTo ?? '08:00',
});

const MINUTE = 60_000;
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** Until when a form that was opened now holds its time. */
export const holdUntil = (now: Date, { holdMinutes }: ConsultationSettings): Date =>
  new Date(now.getTime() + holdMinutes * MINUTE);

/** The same clock time (Warsaw) so many working days later; with 0 the moment itself (T5). */
export function workingDaysLater(now: Date, days: number): Date {
  if (days === 0) return now;
  const { date, time } = civilOf(now);
  return toInstant({ date: addWorkingDays(date, days), time, zone: WARSAW }).instant;
}

/** Until when a request waits for the expert's answer: some working days, and never after the meeting would begin. */
export const requestUntil = (now: Date, startsAt: Date, { requestWorkingDays }: ConsultationSettings): Date =>
  earlier(workingDaysLater(now, requestWorkingDays), startsAt);

/** The hours of a day in which people may be written to, on working days; null on others. */
function talkingHours(date: string, { quietFrom, quietTo }: ConsultationSettings): readonly [Date, Date] | null {
  if (!isWorkingDay(date) || quietTo >= quietFrom) return null;
  const at = (time: string): Date => toInstant({ date, time, zone: WARSAW }).instant;
  return [at(quietTo), at(quietFrom)];
}

/** The moment when so many milliseconds of working days, outside the quiet hours, have passed. */
function afterTalkingTime(now: Date, milliseconds: number, settings: ConsultationSettings): Date {
  if (settings.quietTo >= settings.quietFrom) return new Date(now.getTime() + milliseconds);
  let left = milliseconds;
  for (let { date } = civilOf(now); ; date = addDays(date, 1)) {
    const hours = talkingHours(date, settings);
    if (!hours) continue;
    const from = Math.max(hours[0].getTime(), now.getTime());
    const there = hours[1].getTime() - from;
    if (there >= left && there > 0) return new Date(from + left);
    left -= Math.max(0, there);
  }
}

/** Until when a time offered to the queue may be claimed; never inside the expert's notice time (N18). */
export const claimUntil = (now: Date, startsAt: Date, noticeMinutes: number, settings: ConsultationSettings): Date =>
  earlier(
    afterTalkingTime(now, settings.claimHours * 60 * MINUTE, settings),
    new Date(startsAt.getTime() - noticeMinutes * MINUTE),
  );

/** Inside the expert's notice time: a cancellation is late, and an organisation cannot move any more (ME-4). */
export const isInsideNotice = (now: Date, startsAt: Date, noticeMinutes: number): boolean =>
  now.getTime() > startsAt.getTime() - noticeMinutes * MINUTE;
