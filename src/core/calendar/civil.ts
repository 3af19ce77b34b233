import { DateTime } from 'luxon';
import { offsetAt } from './offset.ts';

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
  const offset = (at: number): number => offsetAt(civil.zone, at) * MINUTE;
  // Clocks do not change twice within two days, so the offsets a day before and after are the only candidates.
  const candidates = [naive - DAY, naive + DAY].map((around) => naive - offset(around));
  const right = candidates.filter((at) => at + offset(at) === naive).sort((a, b) => a - b);
  const [first, second = first] = right;
  if (first === undefined) return { instant: changeBetween(candidates, civil.zone), shift: 'gap' };
  return { instant: new Date(first), shift: first === second ? 'none' : 'overlap' };
}

/** The instant at which the clocks jump forward: the first existing minute after a gap. */
function changeBetween(candidates: readonly number[], zone: string): Date {
  let before = Math.min(...candidates);
  let after = Math.max(...candidates);
  const offset = offsetAt(zone, after);
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (offsetAt(zone, middle) === offset) after = middle;
    else before = middle;
  }
  return new Date(after);
}

/** What the clocks of `zone` show at an instant; seconds are dropped. */
export function civilOf(instant: Date, zone: string = WARSAW): CivilMoment {
  const at = instant.getTime();
  if (Number.isNaN(at)) throw new RangeError(`not a moment in ${zone}`);
  const local = at + offsetAt(zone, at) * MINUTE;
  const minutes = Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
  return { date: dateOf(local), time: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`, zone };
}

/** A real calendar date written `YYYY-MM-DD`. */
export function isValidDate(date: string): boolean {
  return midnightOf(date) !== null;
}

/** A wall-clock time written `HH:MM`, 00:00 to 23:59. */
export function isValidTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOf(midnight(date) + days * DAY);
}

/** Midnight UTC of a civil date: calendar arithmetic without any zone. Throws on a malformed date. */
export function utcDate(date: string): DateTime<true> {
  const day = DateTime.fromMillis(midnight(date), { zone: 'utc' });
  if (!day.isValid) throw new RangeError(`not a date: ${date}`);
  return day;
}

function naiveMillis(civil: CivilMoment): number {
  if (!isValidTime(civil.time)) throw new RangeError(`not a time: ${civil.time}`);
  const [hours, minutes] = civil.time.split(':').map(Number);
  return midnight(civil.date) + ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE;
}

function midnight(date: string): number {
  const found = midnightOf(date);
  if (found === null) throw new RangeError(`not a date: ${date}`);
  return found;
}

/** Planning asks for the same few hundred dates over and over; both ways are kept. */
const midnights = new Map<string, number>();
const dates = new Map<number, string>();

/** Null: no such date. */
function midnightOf(date: string): number | null {
  const known = midnights.get(date);
  if (known !== undefined) return known;
  const found = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN;
  // A day that its month does not have is read as one of the next month.
  if (Number.isNaN(found) || dateOf(found) !== date) return null;
  midnights.set(date, found);
  return found;
}

function dateOf(millis: number): string {
  const day = Math.floor(millis / DAY);
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
