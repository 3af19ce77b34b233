import { toInstant, WARSAW } from '../../core/calendar/index.ts';
import { formatMoment } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type DeadlinesTexts, pl } from './texts.pl.ts';

export type { DeadlinesTexts };
export const texts = (locale: Locale): DeadlinesTexts => (locale === 'en' ? en : pl);

/** A civil moment on Warsaw's clocks in words, with weekday (T1); one that does not exist as the next that does (T7). */
export const momentText = ({ date, time }: { readonly date: string; readonly time: string }, locale: Locale): string =>
  formatMoment(toInstant({ date, time, zone: WARSAW }).instant, locale);
