import {
  addDays,
  addWorkingDays,
  civilOf,
  isWorkingDay,
  subtractWorkingDays,
  toInstant,
} from '../../../core/calendar/index.ts';
import { isQuiet, type ReminderSettings } from '../../../core/reminders.ts';

type Quiet = Pick<ReminderSettings, 'quietFrom' | 'quietTo'>;

/** Whether an instant lies outside the quiet hours of a zone (SY-1). */
export const isAllowedHour = (at: Date, quiet: Quiet, zone: string): boolean => !isQuiet(civilOf(at, zone).time, quiet);

/** The instant itself, or the evening's last allowed minute before it (T6). */
export function earlierAllowed(at: Date, quiet: Quiet, zone: string): Date {
  const { date, time } = civilOf(at, zone);
  if (!isQuiet(time, quiet)) return at;
  const on = time > quiet.quietFrom ? date : addDays(date, -1);
  return toInstant({ date: on, time: quiet.quietFrom, zone }).instant;
}

/** The instant itself, or the morning's first allowed minute after it. */
export function laterAllowed(at: Date, quiet: Quiet, zone: string): Date {
  const { date, time } = civilOf(at, zone);
  if (!isQuiet(time, quiet)) return at;
  const on = time < quiet.quietTo ? date : addDays(date, 1);
  return toInstant({ date: on, time: quiet.quietTo, zone }).instant;
}

/** The next moment after `at` at which a digest may be said: a working day at the set hour. */
export function nextDigest(at: Date, time: string, zone: string): Date {
  const on = addWorkingDays(civilOf(at, zone).date, 0);
  const { instant } = toInstant({ date: on, time, zone });
  return instant > at ? instant : toInstant({ date: addWorkingDays(on, 1), time, zone }).instant;
}

/** Whether an instant lies on a working day of a zone. */
export const isOnWorkingDay = (at: Date, zone: string): boolean => isWorkingDay(civilOf(at, zone).date);

/** The last such moment up to `at`. */
export function lastDigest(at: Date, time: string, zone: string): Date {
  const on = subtractWorkingDays(civilOf(at, zone).date, 0);
  const { instant } = toInstant({ date: on, time, zone });
  return instant <= at ? instant : toInstant({ date: subtractWorkingDays(on, 1), time, zone }).instant;
}
