import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type OutboxTexts, pl } from './texts.pl.ts';

export type { OutboxTexts };
export const texts = (locale: Locale): OutboxTexts => (locale === 'en' ? en : pl);
