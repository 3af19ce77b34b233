import { type CivilMoment, toInstant } from './civil.ts';

/** Whether a closing moment takes its whole named minute or ends at its very start; a setting of each call (T2). */
export type ClosingRule = 'inclusive' | 'exclusive';

const MINUTE = 60_000;

/**
 * The first instant that is too late. Inclusive 23:59 takes 23:59:59.999 and refuses 00:00:00.000;
 * exclusive 18:00 takes 18:00:00.000 and refuses 18:00:00.001 (T2).
 */
export function closesAfter(civil: CivilMoment, rule: ClosingRule): Date {
  const { instant } = toInstant(civil);
  return new Date(instant.getTime() + (rule === 'inclusive' ? MINUTE : 1));
}

/** Whether something the server received at `received` is in time (T3). */
export function isInTime(received: Date, civil: CivilMoment, rule: ClosingRule): boolean {
  return received.getTime() < closesAfter(civil, rule).getTime();
}
