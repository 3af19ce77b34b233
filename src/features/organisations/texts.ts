import type { Locale } from '../../core/locale.ts';
import type { LegalForm, RegisterType } from './rules.ts';
import { en } from './texts.en.ts';
import { type OrganisationTexts, pl } from './texts.pl.ts';

export type { OrganisationTexts };
export const texts = (locale: Locale): OrganisationTexts => (locale === 'en' ? en : pl);

/** Names of legal forms by key, for forms and cards. */
export const legalFormNames = (locale: Locale): Readonly<Record<LegalForm, string>> => texts(locale).legalForms;

/** Names of registers by key, for forms and cards. */
export const registerTypeNames = (locale: Locale): Readonly<Record<RegisterType, string>> => texts(locale).registers;
