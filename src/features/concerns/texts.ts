import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type ConcernsTexts, pl } from './texts.pl.ts';

export type { ConcernsTexts };
export const texts = (locale: Locale): ConcernsTexts => (locale === 'en' ? en : pl);
