import { addDays } from '../../../core/calendar/index.ts';

/** So late a round is left out: what was due long ago says nothing of today. */
const LATE_DAYS = 14;

/**
 * The round of what is asked `days` days after a civil day and then every so many, as it stands on `today`; null: none
 * is due. Only the last one is asked, and not when it is long over.
 */
export function roundDue(
  start: string,
  { days, every }: { readonly days: number; readonly every: number },
  today: string,
): { readonly round: number; readonly on: string } | null {
  let [round, on] = [0, ''];
  for (let day = addDays(start, days); day <= today; day = addDays(day, every)) {
    round += 1;
    on = day;
  }
  return round > 0 && addDays(on, LATE_DAYS) >= today ? { round, on } : null;
}

/** The next such round on a civil day or after it. */
export function nextRound(
  start: string,
  { days, every }: { readonly days: number; readonly every: number },
  from: string,
): string {
  let day = addDays(start, days);
  while (day < from) day = addDays(day, every);
  return day;
}

/** The same day so many months later, or the month's last day where it has no such day. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const to = { year: Math.floor(at / 12), month: (at % 12) + 1 };
  const length = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${to.year}-${pad(to.month)}-${pad(Math.min(day, length))}`;
}
