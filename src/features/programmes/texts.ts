import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type ProgrammesTexts, pl } from './texts.pl.ts';

export type { ProgrammesTexts };
export const texts = (locale: Locale): ProgrammesTexts => (locale === 'en' ? en : pl);
