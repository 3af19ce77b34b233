import { DateTime } from 'luxon';

let zone = 'Europe/Warsaw';

/** From now on all times are those of the reader's zone (an IANA name). */
export const readTimesIn = (name: string): void => {
  zone = name;
};

const at = (millis: number) => DateTime.fromMillis(millis, { zone, locale: 'pl' });

/** Slack's message time stamp (`seconds.micros`) in milliseconds since 1970. */
export const millisOf = (ts: string): number => Math.floor(Number(ts) * 1000);

/** `14:05`. */
export const clockTime = (millis: number): string => at(millis).toFormat('HH:mm');
/** `czwartek, 4 maja 2023, 14:05`. */
export const fullTime = (millis: number): string => at(millis).toFormat('cccc, d MMMM yyyy, HH:mm');
/** `czw., 4 maja 2023, 14:05`. */
export const shortTime = (millis: number): string =>
  // The only short name of a month that is a whole word, and then in the wrong case.
  at(millis).toFormat('ccc, d MMM yyyy, HH:mm').replace(' maj ', ' maja ');
/** `2023-05-04`: equal for two instants of one day. */
export const dayKey = (millis: number): string => at(millis).toFormat('yyyy-MM-dd');

/** The next day at a full hour, in milliseconds since 1970. */
export const tomorrowAt = (millis: number, hour: number): number =>
  at(millis).plus({ days: 1 }).startOf('day').set({ hour }).toMillis();

/** An instant moved by hours, or by days and weeks of the calendar. */
export const later = (
  millis: number,
  by: { readonly hours: 1 } | { readonly days: 1 } | { readonly weeks: 1 },
): number => at(millis).plus(by).toMillis();

/** `Dzisiaj`, `Wczoraj` or `czwartek, 4 maja 2023`, seen from `now`. */
export function dayName(millis: number, now: number): string {
  const days = at(now).startOf('day').diff(at(millis).startOf('day'), 'days').days;
  if (days === 0) return 'Dzisiaj';
  if (days === 1) return 'Wczoraj';
  return at(millis).toFormat('cccc, d MMMM yyyy');
}

/** A civil date `2023-05-04` as `czw., 4 maja 2023`; anything else as it is. */
export function dateInWords(date: string): string {
  const day = DateTime.fromISO(date, { zone, locale: 'pl' });
  return day.isValid ? day.toFormat('ccc, d MMMM yyyy') : date;
}

/** Reads `2023-05-04`, `4.05.2023` or `04.05.2023`; `null` for anything else. */
export function readDate(typed: string): string | null {
  for (const format of ['yyyy-MM-dd', 'd.M.yyyy', 'd-M-yyyy', 'd/M/yyyy']) {
    const day = DateTime.fromFormat(typed.trim(), format, { zone });
    if (day.isValid) return day.toFormat('yyyy-MM-dd');
  }
  return null;
}

/** The instant of a civil date and time, in whole seconds since 1970. */
export const toUnix = (date: string, time: string): number =>
  DateTime.fromISO(`${date}T${time}`, { zone }).toUnixInteger();

/** The civil date and time of an instant in seconds since 1970. */
export function fromUnix(seconds: number): { readonly date: string; readonly time: string } {
  const moment = at(seconds * 1000);
  return { date: moment.toFormat('yyyy-MM-dd'), time: moment.toFormat('HH:mm') };
}

const tokens: Readonly<Record<string, string>> = {
  date_num: 'yyyy-MM-dd',
  date: 'd MMMM yyyy',
  date_short: 'd MMM yyyy',
  date_long: 'cccc, d MMMM yyyy',
  date_pretty: 'd MMMM yyyy',
  date_short_pretty: 'd MMM yyyy',
  date_long_pretty: 'cccc, d MMMM yyyy',
  time: 'HH:mm',
  time_secs: 'HH:mm:ss',
};

/** Fills Slack's date tokens (`{date_short} {time}`). */
export function fillDateTokens(seconds: number, template: string): string {
  return template.replace(/\{([a-z_]+)\}/g, (whole, name: string) => {
    const format = tokens[name];
    if (name === 'ago') return at(seconds * 1000).toRelative() ?? whole;
    return format === undefined ? whole : at(seconds * 1000).toFormat(format);
  });
}

/** The weeks (Monday first) of the month that holds `date`, as `yyyy-MM-dd`. */
export function monthGrid(date: string): readonly (readonly string[])[] {
  const first = DateTime.fromISO(date, { zone }).startOf('month').startOf('week');
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => first.plus({ days: week * 7 + day }).toFormat('yyyy-MM-dd')),
  );
}

/** `date` moved by whole days or months. */
export const movedBy = (date: string, by: { readonly days?: number; readonly months?: number }): string =>
  DateTime.fromISO(date, { zone }).plus(by).toFormat('yyyy-MM-dd');

/** `maj 2023`. */
export const monthName = (date: string): string => DateTime.fromISO(date, { zone, locale: 'pl' }).toFormat('LLLL yyyy');
