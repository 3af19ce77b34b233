import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { pl, type RecordsTexts } from './texts.pl.ts';

export type { RecordsTexts };
export const texts = (locale: Locale): RecordsTexts => (locale === 'en' ? en : pl);
