import { civilOf, clockOf } from '../../core/calendar/index.ts';
import { formatShort, formatShortDay } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import { IDS } from './ids.ts';
import type { Absence, Kind, OfferedTime, Part } from './rules/index.ts';
import { en } from './texts.en.ts';
import { type AvailabilityTexts, pl } from './texts.pl.ts';

export type { AvailabilityTexts };
export const texts = (locale: Locale): AvailabilityTexts => (locale === 'en' ? en : pl);

/** A time that can be booked, on the clocks of its zone: `wt. 2 czerwca, 10:00–11:00`. */
export const timeText = ({ start, end, zone }: Pick<OfferedTime, 'start' | 'end' | 'zone'>, locale: Locale): string =>
  `${formatShort(start, locale, zone)}–${civilOf(end, zone).time}`;

/** A part of a day: `10:00–14:00`. */
export const partText = ({ from, to }: Pick<Part, 'from' | 'to'>): string => `${clockOf(from)}–${clockOf(to)}`;

/** Ways of meeting: `online lub przez telefon`. */
export const kindsText = (kinds: readonly Kind[], locale: Locale): string =>
  kinds.map((kind) => texts(locale).kinds[kind]).join(texts(locale).or);

/** The days of an absence: `pt. 5 czerwca 2026 r.`, or the first and the last. */
export const daysText = ({ from, last }: Pick<Absence, 'from' | 'last'>, locale: Locale): string =>
  from === last ? formatShortDay(from, locale) : `${formatShortDay(from, locale)} – ${formatShortDay(last, locale)}`;

const HOUR = 60;
const DAY = 1440;

/** How long before, in the greatest whole unit that people use: hours up to two days, then days. */
export function spanText(minutes: number, locale: Locale): string {
  const { span } = texts(locale);
  if (minutes > 2 * DAY && minutes % DAY === 0) return span.days(minutes / DAY);
  return minutes % HOUR === 0 ? span.hours(minutes / HOUR) : span.minutes(minutes);
}

/** A few names, and how many more. They come safe for mrkdwn. */
export function namesText(names: readonly string[], most: number, locale: Locale): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? texts(locale).andMore(shown, names.length - most) : shown;
}

/** A button that opens the expert's own hours, also for the surfaces of other features. */
export const hoursButton = (locale: Locale) => ({
  type: 'button' as const,
  action_id: IDS.hours,
  text: { type: 'plain_text' as const, text: texts(locale).open, emoji: false },
});
