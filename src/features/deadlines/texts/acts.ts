import type { Locale } from '../../../core/locale.ts';
import { en } from './acts.en.ts';
import { type ActTexts, pl } from './acts.pl.ts';

export const actTexts = (locale: Locale): ActTexts => (locale === 'en' ? en : pl);
