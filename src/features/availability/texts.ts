import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type AvailabilityTexts, pl } from './texts.pl.ts';

export type { AvailabilityTexts };
export const texts = (locale: Locale): AvailabilityTexts => (locale === 'en' ? en : pl);
