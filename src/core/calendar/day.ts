import { addDays, toInstant } from './civil.ts';
import { offsetAt } from './offset.ts';

const MINUTE = 60_000;
const END_OF_DAY = 1440;

/**
 * The instants (milliseconds) of the minutes of a civil day in a zone: 600 is 10:00, and 1440 the day's end. A minute
 * that does not exist becomes the next existing one, one that happens twice means the first (T7). On all but two days
 * of a year this is an addition, so that weeks of hours can be looked through at once.
 */
export function minutesOfDay(date: string, zone: string): (minute: number) => number {
  const start = Date.parse(`${date}T00:00Z`);
  const offset = offsetAt(zone, start);
  // The civil day lies within a day of the same date in UTC, so clocks that agree around it do not change in it.
  const isPlain =
    offsetAt(zone, start - END_OF_DAY * MINUTE) === offset &&
    offsetAt(zone, start + 2 * END_OF_DAY * MINUTE) === offset;
  if (isPlain) return (minute) => start + (minute - offset) * MINUTE;
  return (minute) => {
    if (minute >= END_OF_DAY) return toInstant({ date: addDays(date, 1), time: '00:00', zone }).instant.getTime();
    return toInstant({ date, time: clockOf(minute), zone }).instant.getTime();
  };
}

/** Minutes of a civil day as `HH:MM`; the end of the day is `24:00`. */
export function clockOf(minute: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Minutes of the civil day of `HH:MM`, 00:00 to 24:00. */
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
