import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type EventsTexts, pl } from './texts.pl.ts';

export type { EventsTexts };
export const texts = (locale: Locale): EventsTexts => (locale === 'en' ? en : pl);
