import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { pl, type VouchersTexts } from './texts.pl.ts';

export type { VouchersTexts };
export const texts = (locale: Locale): VouchersTexts => (locale === 'en' ? en : pl);
