import type { Locale } from '../../../core/locale.ts';
import { planEn } from './plan.en.ts';
import { type PlanTexts, planPl } from './plan.pl.ts';

export type { PlanTexts };
export const planTexts = (locale: Locale): PlanTexts => (locale === 'en' ? planEn : planPl);
