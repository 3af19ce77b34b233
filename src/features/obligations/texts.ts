import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type ObligationsTexts, pl } from './texts.pl.ts';

export type { ObligationsTexts };
export const texts = (locale: Locale): ObligationsTexts => (locale === 'en' ? en : pl);
