import type { Locale } from '../../core/locale.ts';
import { en } from './texts.en.ts';
import { type OrganisationTexts, pl } from './texts.pl.ts';

export type { OrganisationTexts };
export const texts = (locale: Locale): OrganisationTexts => (locale === 'en' ? en : pl);
