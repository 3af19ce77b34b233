import type { Locale } from '../../../core/locale.ts';
import { en } from './hand-over.en.ts';
import { type HandOverTexts, pl } from './hand-over.pl.ts';

export type { HandOverTexts };
export const handOverTexts = (locale: Locale): HandOverTexts => (locale === 'en' ? en : pl);
