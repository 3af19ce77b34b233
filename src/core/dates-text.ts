import { DateTime } from 'luxon';
import { utcDate, WARSAW } from './calendar/civil.ts';
import type { Locale } from './locale.ts';

const TAGS = { pl: 'pl', en: 'en-GB' } as const;

/** A deadline or meeting for people, with weekday: `niedziela, 7 maja 2023 r., godz. 23:59` (T1, R5). */
export function formatMoment(instant: Date, locale: Locale, zone: string = WARSAW): string {
  return withClock(instant, locale, zone, 'HH:mm');
}

/** A proof of receipt, to the second: `niedziela, 7 maja 2023 r., godz. 23:59:07` (APP-4). */
export function formatStamp(instant: Date, locale: Locale, zone: string = WARSAW): string {
  return withClock(instant, locale, zone, 'HH:mm:ss');
}

/** A civil date `YYYY-MM-DD` for people: `7 maja 2023 r.` */
export function formatDate(date: string, locale: Locale): string {
  return dayText(utcDate(date), locale);
}

/** The civil day of an instant, with weekday: `niedziela, 7 maja 2023 r.` */
export function formatDay(instant: Date, locale: Locale, zone: string = WARSAW): string {
  const day = local(instant, locale, zone);
  return `${day.toFormat('cccc')}, ${dayText(day, locale)}`;
}

/** A slot or table cell without the year: `wt. 2 czerwca, 10:00`. */
export function formatShort(instant: Date, locale: Locale, zone: string = WARSAW): string {
  return local(instant, locale, zone).toFormat('ccc d MMMM, HH:mm');
}

function withClock(instant: Date, locale: Locale, zone: string, clock: string): string {
  const day = formatDay(instant, locale, zone);
  const time = local(instant, locale, zone).toFormat(clock);
  const elsewhere = zone === WARSAW ? '' : ` (${zone})`;
  return locale === 'pl' ? `${day}, godz. ${time}${elsewhere}` : `${day}, ${time}${elsewhere || ' (Warsaw time)'}`;
}

function dayText(day: DateTime, locale: Locale): string {
  const words = day.setLocale(TAGS[locale]).toFormat('d MMMM yyyy');
  return locale === 'pl' ? `${words} r.` : words;
}

function local(instant: Date, locale: Locale, zone: string): DateTime {
  return DateTime.fromJSDate(instant, { zone }).setLocale(TAGS[locale]);
}
