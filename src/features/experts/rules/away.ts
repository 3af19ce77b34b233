import { addDays } from '../../../core/calendar/index.ts';

/** A time in which an expert is away: civil dates, both included. */
export type AwayDays = { readonly from: string; readonly last: string };

/**
 * The last day of the absence that holds on a civil date, or null: the expert is there. Absences that follow without a
 * day between them, or overlap, are one.
 */
export function awayUntil(absences: readonly AwayDays[], today: string): string | null {
  let until = addDays(today, -1);
  for (const { from, last } of absences.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (from <= addDays(until, 1) && last > until) until = last;
  return until < today ? null : until;
}
