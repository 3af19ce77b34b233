import { civilOf, termEnd, toInstant, WARSAW } from '../../../core/calendar/index.ts';

/** The end of the last day of a term of `days` days after a moment; Saturdays and holidays move it on (T4). */
export function termAfter(moment: Date, days: number): Date {
  const date = termEnd(civilOf(moment).date, days);
  return toInstant({ date, time: '23:59', zone: WARSAW }).instant;
}
