import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { pl } from './texts.pl.ts';

export const texts = (locale: Locale) => (locale === 'en' ? en : pl);
