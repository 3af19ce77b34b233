import type { Locale } from '../../core/locale.ts';
import { VOIVODESHIPS } from '../../core/voivodeships.ts';
import { en } from './texts.en.ts';
import { type ExpertsTexts, pl } from './texts.pl.ts';

export type { ExpertsTexts };
export const texts = (locale: Locale): ExpertsTexts => (locale === 'en' ? en : pl);

/** The names of voivodeships by key, or "whole country" for none. */
export function regionNames(regions: readonly string[], locale: Locale): string {
  if (regions.length === 0) return texts(locale).list.country;
  return regions.map((key) => VOIVODESHIPS.find((one) => one.key === key)?.[locale] ?? key).join(', ');
}

/** The words for each kind of tie. */
export const tieCategoryNames = (locale: Locale): ExpertsTexts['categories'] => texts(locale).categories;
