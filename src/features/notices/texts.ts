import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type NoticesTexts, pl } from './texts.pl.ts';

export type { NoticesTexts };
export const texts = (locale: Locale): NoticesTexts => (locale === 'en' ? en : pl);
