import { addDays, minutesOfDay } from '../../../core/calendar/index.ts';
import type { Absence } from './availability.ts';

type Days = Pick<Absence, 'from' | 'last'>;

/** The most days of one absence. */
const MOST_DAYS = 366;

export const shareDays = (a: Days, b: Days): boolean => a.from <= b.last && b.from <= a.last;

/** Why an absence cannot be written, or null. It may have begun; what is over need not be written any more. */
export function absenceProblem(
  wanted: Days,
  today: string,
  others: readonly Days[],
): 'ends_before' | 'in_past' | 'too_long' | 'overlaps' | null {
  if (wanted.last < wanted.from) return 'ends_before';
  if (wanted.last < today) return 'in_past';
  if (wanted.last >= addDays(wanted.from, MOST_DAYS)) return 'too_long';
  return others.some((other) => shareDays(wanted, other)) ? 'overlaps' : null;
}

/** The instants of an absence: from the beginning of its first civil day in the zone to the end of its last. */
export function instantsOf({ from, last }: Days, zone: string): { readonly from: Date; readonly until: Date } {
  return { from: new Date(minutesOfDay(from, zone)(0)), until: new Date(minutesOfDay(last, zone)(1440)) };
}
