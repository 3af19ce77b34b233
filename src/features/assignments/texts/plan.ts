import type { Locale } from '../../../core/locale.ts';
import { en } from './plan.en.ts';
import { type PlanTexts, pl } from './plan.pl.ts';

export type { PlanTexts };
export const planTexts = (locale: Locale): PlanTexts => (locale === 'en' ? en : pl);
