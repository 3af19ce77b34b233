import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type ParticipationsTexts, pl } from './texts.pl.ts';

export type { ParticipationsTexts };
export const texts = (locale: Locale): ParticipationsTexts => (locale === 'en' ? en : pl);
