import { addWorkingDays, civilOf } from '../../../core/calendar/index.ts';

/**
 * Whether a silence that began at a moment is longer than so many working days (N4): the days after the one on which it
 * began count, without Saturdays, Sundays and public holidays, by the calendar of Warsaw.
 */
export const isTooLong = (since: Date, now: Date, workingDays: number): boolean =>
  civilOf(now).date > addWorkingDays(civilOf(since).date, workingDays);
