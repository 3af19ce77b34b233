import type { Locale } from '../../../core/locale.ts';
import { en } from './document.en.ts';
import { type DocumentTexts, pl } from './document.pl.ts';

export type { DocumentTexts };
export const documentTexts = (locale: Locale): DocumentTexts => (locale === 'en' ? en : pl);
