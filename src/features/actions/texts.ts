import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type ActionsTexts, pl } from './texts.pl.ts';

export type { ActionsTexts };
export const texts = (locale: Locale): ActionsTexts => (locale === 'en' ? en : pl);
