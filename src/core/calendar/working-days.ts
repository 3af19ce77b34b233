import Holidays from 'date-holidays';
import { addDays, utcDate } from './civil.ts';

const SATURDAY = 6;
const SUNDAY = 7;

let poland: Holidays | undefined;
/** Planning asks for the same few hundred dates over and over. */
const workingDays = new Map<string, boolean>();
const holidaysByYear = new Map<number, ReadonlySet<string>>();

/** A statutory holiday in Poland: every Sunday and the feasts of that year, movable ones computed (T5). */
export function isHoliday(date: string): boolean {
  const day = utcDate(date);
  return day.weekday === SUNDAY || feastsOf(day.year).has(date);
}

/** Neither a Saturday nor a statutory holiday (T5). */
export function isWorkingDay(date: string): boolean {
  const known = workingDays.get(date);
  if (known !== undefined) return known;
  const works = utcDate(date).weekday !== SATURDAY && !isHoliday(date);
  workingDays.set(date, works);
  return works;
}

/** The `count`-th working day after `start`, which itself is not counted; with 0 the next working day from `start` on. */
export function addWorkingDays(start: string, count: number): string {
  let date = count === 0 ? nextWorkingDay(start) : start;
  for (let left = count; left > 0; left -= 1) date = nextWorkingDay(addDays(date, 1));
  return date;
}

/** The `count`-th working day before `end`, which itself is not counted; with 0 the last working day up to `end`. */
export function subtractWorkingDays(end: string, count: number): string {
  let date = count === 0 ? previousWorkingDay(end) : end;
  for (let left = count; left > 0; left -= 1) date = previousWorkingDay(addDays(date, -1));
  return date;
}

/**
 * The last day of a term of `days` days (T4): the day of the triggering event is not counted,
 * and a last day that is a Saturday or a statutory holiday moves on (Civil Code art. 111, 115).
 */
export function termEnd(start: string, days: number): string {
  return nextWorkingDay(addDays(start, days));
}

function nextWorkingDay(from: string): string {
  let date = from;
  while (!isWorkingDay(date)) date = addDays(date, 1);
  return date;
}

function previousWorkingDay(from: string): string {
  let date = from;
  while (!isWorkingDay(date)) date = addDays(date, -1);
  return date;
}

/** The library also lists customary days; only those of type `public` are statutory. */
function feastsOf(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  poland ??= new Holidays('PL', { types: ['public'] });
  const feasts = new Set(poland.getHolidays(year).map((feast) => feast.date.slice(0, 10)));
  holidaysByYear.set(year, feasts);
  return feasts;
}
