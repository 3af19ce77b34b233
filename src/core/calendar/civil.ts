import { DateTime, IANAZone } from 'luxon';

/** The zone of every announced deadline (T1). */
export const WARSAW = 'Europe/Warsaw';

/** A wall-clock moment as people say it: `date` is `YYYY-MM-DD`, `time` is `HH:MM`, `zone` an IANA name. */
export type CivilMoment = { readonly date: string; readonly time: string; readonly zone: string };

/** `gap`: the wall-clock time does not exist that day; `overlap`: it happens twice. Staff is warned of both (T7). */
export type Shift = 'none' | 'gap' | 'overlap';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * The instant of a wall-clock time (T1). A time that does not exist becomes the next existing minute,
 * one that happens twice means the first (T7). Throws on a malformed date, time or zone: parse first.
 */
export function toInstant(civil: CivilMoment): { readonly instant: Date; readonly shift: Shift } {
  const naive = naiveMillis(civil);
  const clocks = IANAZone.create(civil.zone);
  if (!clocks.isValid) throw new RangeError(`not a zone: ${civil.zone}`);
  // Clocks do not change twice within two days, so the offsets a day before and after are the only candidates.
  const candidates = [naive - DAY, naive + DAY].map((around) => naive - clocks.offset(around) * MINUTE);
  const right = candidates.filter((at) => at + clocks.offset(at) * MINUTE === naive).sort((a, b) => a - b);
  const [first, second = first] = right;
  if (first === undefined) return { instant: changeBetween(candidates, clocks), shift: 'gap' };
  return { instant: new Date(first), shift: first === second ? 'none' : 'overlap' };
}

/** The instant at which the clocks jump forward: the first existing minute after a gap. */
function changeBetween(candidates: readonly number[], clocks: IANAZone): Date {
  let before = Math.min(...candidates);
  let after = Math.max(...candidates);
  const offset = clocks.offset(after);
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (clocks.offset(middle) === offset) after = middle;
    else before = middle;
  }
  return new Date(after);
}

/** What the clocks of `zone` show at an instant; seconds are dropped. */
export function civilOf(instant: Date, zone: string = WARSAW): CivilMoment {
  const local = DateTime.fromJSDate(instant, { zone });
  if (!local.isValid) throw new RangeError(`not a moment in ${zone}`);
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm'), zone };
}

/** A real calendar date written `YYYY-MM-DD`. */
export function isValidDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && DateTime.fromISO(date, { zone: 'utc' }).isValid;
}

/** A wall-clock time written `HH:MM`, 00:00 to 23:59. */
export function isValidTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return utcDate(date).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Midnight UTC of a civil date: calendar arithmetic without any zone. Throws on a malformed date. */
export function utcDate(date: string): DateTime<true> {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  if (!isValidDate(date) || !day.isValid) throw new RangeError(`not a date: ${date}`);
  return day;
}

function naiveMillis(civil: CivilMoment): number {
  if (!isValidTime(civil.time)) throw new RangeError(`not a time: ${civil.time}`);
  const [hours, minutes] = civil.time.split(':').map(Number);
  return utcDate(civil.date).toMillis() + ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE;
}
