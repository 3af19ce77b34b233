import { IANAZone } from 'luxon';
import { civilOf, WARSAW } from '../../core/calendar/index.ts';
import { formatShort, formatSpan } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type ConsultationsTexts, pl } from './texts.pl.ts';

export type { ConsultationsTexts };
export const texts = (locale: Locale): ConsultationsTexts => (locale === 'en' ? en : pl);

/** A stretch of time with the zone of whose time it is. */
export type Span = { readonly start: Date; readonly end: Date; readonly zone: string };

const isZone = (zone: string): boolean => IANAZone.isValidZone(zone);

/**
 * A time on the reader's clocks: `wt. 2 czerwca, 10:00–11:00`; their zone is named where the expert's clocks show
 * something else then (T1, T6).
 */
export function timeText({ start, end, zone }: Span, locale: Locale, reader: string = WARSAW): string {
  const own = isZone(reader) ? reader : WARSAW;
  const time = formatSpan(start, end, locale, own);
  const here = civilOf(start, own);
  const there = civilOf(start, zone);
  return here.date === there.date && here.time === there.time ? time : texts(locale).zone(time, own);
}

/** A moment by which something is to be done, on Warsaw's clocks unless the reader's are known. */
export const untilText = (moment: Date, locale: Locale, reader: string = WARSAW): string =>
  formatShort(moment, locale, isZone(reader) ? reader : WARSAW);
