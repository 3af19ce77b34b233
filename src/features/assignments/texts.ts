import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type AssignmentsTexts, pl } from './texts.pl.ts';

export type { AssignmentsTexts };
export const texts = (locale: Locale): AssignmentsTexts => (locale === 'en' ? en : pl);
