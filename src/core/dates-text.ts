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

/** A civil date with its weekday: `niedziela, 7 maja 2023 r.` */
export function formatDay(date: string, locale: Locale): string {
  const day = utcDate(date);
  return `${day.setLocale(TAGS[locale]).toFormat('cccc')}, ${dayText(day, locale)}`;
}

/** A day in a line of a list: `wt. 2 czerwca 2026 r.` */
export function formatShortDay(date: string, locale: Locale): string {
  const day = utcDate(date);
  return `${day.setLocale(TAGS[locale]).toFormat('ccc')} ${dayText(day, locale)}`;
}

/** A slot or table cell without the year: `wt. 2 czerwca, 10:00`. */
export function formatShort(instant: Date, locale: Locale, zone: string = WARSAW): string {
  return local(instant, locale, zone).toFormat('ccc d MMMM, HH:mm');
}

/** From when until when on one day's clocks, without the year: `wt. 2 czerwca, 10:00–11:00`. */
export const formatSpan = (start: Date, end: Date, locale: Locale, zone: string = WARSAW): string =>
  `${formatShort(start, locale, zone)}–${local(end, locale, zone).toFormat('HH:mm')}`;

function withClock(instant: Date, locale: Locale, zone: string, clock: string): string {
  const moment = local(instant, locale, zone);
  const day = `${moment.toFormat('cccc')}, ${dayText(moment, locale)}`;
  const time = moment.toFormat(clock);
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
