import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { pl, type UndoTexts } from './texts.pl.ts';

export type { UndoTexts };
export const texts = (locale: Locale): UndoTexts => (locale === 'en' ? en : pl);
