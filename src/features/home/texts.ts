import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type HomeTexts, pl } from './texts.pl.ts';

export type { HomeTexts };
export const texts = (locale: Locale): HomeTexts => (locale === 'en' ? en : pl);
