import { addDays, addWorkingDays, civilOf, toInstant, utcDate, WARSAW } from '../../../core/calendar/index.ts';
import type { ReminderSettings } from '../../../core/reminders.ts';
import { isAllowedHour, isOnWorkingDay } from './hours.ts';

/** A run so late is still on time: the digest keeps its planned moment. */
const ON_TIME = 5 * 60_000;

/** The ISO week of a civil date, such as `2026-W48`; the days around New Year belong to the week, not to the year. */
export function weekOf(date: string): string {
  const { weekYear, weekNumber } = utcDate(date);
  return `${weekYear}-W${String(weekNumber).padStart(2, '0')}`;
}

/** When the digest of a date's week is said: on its first working day at the set hour. Null: the whole week is free. */
export function digestOfWeek(
  date: string,
  { reminderTime: time }: Pick<ReminderSettings, 'reminderTime'>,
): Date | null {
  const on = addWorkingDays(addDays(date, 1 - utcDate(date).weekday), 0);
  return weekOf(on) === weekOf(date) ? toInstant({ date: on, time, zone: WARSAW }).instant : null;
}

/** The first moment of a weekly digest after an instant. */
export function nextWeekly(after: Date, settings: Pick<ReminderSettings, 'reminderTime'>): Date {
  let { date } = civilOf(after, WARSAW);
  for (;;) {
    const at = digestOfWeek(date, settings);
    if (at && at > after) return at;
    date = addDays(date, 7);
  }
}

/**
 * The moment at which the digest of this week is said, when it is due at `now`. A missed one is said later in its
 * week, on a working day outside the quiet hours; one of a week that is over is never said. Null: none is due.
 */
export function weeklyDue(now: Date, settings: ReminderSettings): Date | null {
  const { date } = civilOf(now, WARSAW);
  const at = digestOfWeek(date, settings);
  if (!at || now < at) return null;
  if (now.getTime() - at.getTime() <= ON_TIME) return at;
  const mayBeSaid = isOnWorkingDay(now, WARSAW) && isAllowedHour(now, settings, WARSAW);
  return mayBeSaid ? now : null;
}
