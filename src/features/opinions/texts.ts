import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type OpinionsTexts, pl } from './texts.pl.ts';

export type { OpinionsTexts };
export const texts = (locale: Locale): OpinionsTexts => (locale === 'en' ? en : pl);
