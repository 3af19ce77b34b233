import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { pl, type SurveysTexts } from './texts.pl.ts';

export type { SurveysTexts };
export const texts = (locale: Locale): SurveysTexts => (locale === 'en' ? en : pl);
