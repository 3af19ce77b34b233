import { DateTime } from 'luxon';
import { isWorkingDay, toInstant, utcDate, WARSAW } from '../../../core/calendar/index.ts';
import type { Moment, Step } from './plan.ts';
import { inWarsaw } from './shift.ts';

/** What staff should look at before they confirm; nothing here forbids. */
export type Warning =
  /** The clocks change: the time does not exist, or happens twice; `becomes` is what is kept (T7). */
  | { readonly kind: 'gap' | 'overlap'; readonly date: string; readonly time: string; readonly becomes: string }
  /** An announced moment is not moved for a free day (T4). */
  | { readonly kind: 'saturday' | 'sunday' | 'holiday'; readonly date: string }
  /** It would lie after the funder's last day, and was cut to it. */
  | { readonly kind: 'cut'; readonly date: string }
  /** Somebody has less time than was said; the soonest such date. */
  | { readonly kind: 'earlier'; readonly date: string };

const SATURDAY = 6;
const SUNDAY = 7;

/** What is to be said of a moment: clock changes (T7), free days (T4). */
export function momentWarnings({ date, time }: Moment): readonly Warning[] {
  const { instant, shift } = toInstant(inWarsaw(date, time));
  const becomes = DateTime.fromJSDate(instant, { zone: WARSAW }).toFormat('HH:mm');
  const { weekday } = utcDate(date);
  const free = weekday === SUNDAY ? 'sunday' : 'holiday';
  return [
    ...(shift === 'none' ? [] : [{ kind: shift, date, time, becomes }]),
    ...(isWorkingDay(date) ? [] : [{ kind: weekday === SATURDAY ? 'saturday' : free, date } as const]),
  ];
}

const isBefore = (a: Moment, b: Moment): boolean => `${a.date} ${a.time}` < `${b.date} ${b.time}`;

/** The warnings of a whole move, each once. */
export function moveWarnings(steps: readonly Step[]): readonly Warning[] {
  const moments = new Map(steps.map(({ to }) => [`${to.date} ${to.time}`, to]));
  const cut = new Set(steps.filter((step) => step.isCut).map((step) => step.to.date));
  const dates = [...moments.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const [earlier] = steps.flatMap(({ from, to }) => (from && isBefore(to, from) ? [to.date] : [])).sort();
  return [
    ...(earlier ? [{ kind: 'earlier', date: earlier } as const] : []),
    ...dates.flatMap(momentWarnings),
    ...[...cut].map((date): Warning => ({ kind: 'cut', date })),
  ];
}
