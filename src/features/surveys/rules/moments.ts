import { addDays, civilOf, toInstant, WARSAW } from '../../../core/calendar/index.ts';
import { isQuiet, type ReminderRule, type ReminderSettings } from '../../../core/reminders.ts';

const HOUR = 3_600_000;
/** What turns out later to have taken place is still asked about for so long. */
export const WINDOW_DAYS = 14;
/** From the reminder to the end, after which silence is an answer. */
const DAYS_AFTER_REMINDER = 5;

/** The next moment at which people may be written to (SY-1). */
export function allowed(at: Date, settings: Pick<ReminderSettings, 'quietFrom' | 'quietTo'>): Date {
  const { date, time } = civilOf(at, WARSAW);
  if (!isQuiet(time, settings)) return at;
  const day = time > settings.quietTo ? addDays(date, 1) : date;
  return toInstant({ date: day, time: settings.quietTo, zone: WARSAW }).instant;
}

/** What ended before is asked about no more. */
export const attendedSince = (now: Date): Date => new Date(now.getTime() - WINDOW_DAYS * 24 * HOUR);

/** What is asked because of a day is asked from its noon on. */
export const noonOf = (date: string): Date => toInstant({ date, time: '12:00', zone: WARSAW }).instant;

/** So many calendar days later at an hour of Warsaw's clocks. */
const daysLater = (at: Date, days: number, time: string): Date =>
  toInstant({ date: addDays(civilOf(at, WARSAW).date, days), time, zone: WARSAW }).instant;

export type Moments = { readonly ask: Date; readonly remind: Date; readonly close: Date };

/** Hours and days after which the programme asks and reminds; an hour and five days where it does not say. */
export function paceOf(rule: ReminderRule | null): { readonly hours: number; readonly days: number } {
  const steps = rule?.afterOpening ?? [];
  const hours = steps.find((step) => 'hours' in step);
  const days = steps.find((step) => 'days' in step);
  return {
    hours: hours && 'hours' in hours ? hours.hours : 1,
    days: Math.max(1, days && 'days' in days ? days.days : 5),
  };
}

/** When a survey about something that ended is sent, reminded of once, and closed (section 7 of the requirements). */
export function momentsOf(endedAt: Date, now: Date, rule: ReminderRule | null, settings: ReminderSettings): Moments {
  const { hours, days } = paceOf(rule);
  const due = new Date(Math.max(endedAt.getTime() + hours * HOUR, now.getTime()));
  const ask = allowed(due, settings);
  const remind = daysLater(ask, days, settings.reminderTime);
  return { ask, remind, close: daysLater(remind, DAYS_AFTER_REMINDER, settings.reminderTime) };
}
