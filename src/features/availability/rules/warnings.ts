import { addDays, clockOf, minutesOfDay, toInstant } from '../../../core/calendar/index.ts';
import type { Availability } from './availability.ts';
import { partsOf } from './day.ts';
import { stepOf } from './offered.ts';

const YEAR = 366;
const DAY_MS = 86_400_000;

/** A time that a clock change swallows or doubles (T7); `time` is `HH:MM`. */
export type ClockWarning = { readonly kind: 'gap' | 'overlap'; readonly date: string; readonly time: string };

/** The times of a day that do not exist or happen twice, the first of each kind. */
function warningsOn(availability: Availability, date: string): readonly ClockWarning[] {
  const { terms } = availability;
  const found: ClockWarning[] = [];
  for (const part of partsOf(availability, date)) {
    for (let minute = part.from; minute < part.to; minute += stepOf(terms)) {
      const time = clockOf(minute);
      const { shift } = toInstant({ date, time, zone: terms.zone });
      if (shift !== 'none' && !found.some(({ kind }) => kind === shift)) found.push({ kind: shift, date, time });
    }
  }
  return found;
}

/** What the expert should know of the clock changes of the coming year: only when it touches their hours (T7). */
export function clockWarnings(availability: Availability, today: string): readonly ClockWarning[] {
  const { zone } = availability.terms;
  const dates = Array.from({ length: YEAR }, (_, n) => addDays(today, n));
  const changing = dates.filter((date) => {
    const at = minutesOfDay(date, zone);
    return at(1440) - at(0) !== DAY_MS;
  });
  return changing.flatMap((date) => warningsOn(availability, date));
}
