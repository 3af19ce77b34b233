import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type PeopleTexts, pl } from './texts.pl.ts';

export type { PeopleTexts };
export const texts = (locale: Locale): PeopleTexts => (locale === 'en' ? en : pl);
