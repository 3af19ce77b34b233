import type { Locale } from './locale.ts';

type Language = { readonly key: string } & Readonly<Record<Locale, string>>;

/** Languages in which help is asked and given, by ISO 639 code; everybody's first. */
export const LANGUAGES: readonly Language[] = [
  { key: 'pl', pl: 'polski', en: 'Polish' },
  { key: 'pso', pl: 'polski język migowy', en: 'Polish Sign Language' },
  { key: 'uk', pl: 'ukraiński', en: 'Ukrainian' },
  { key: 'be', pl: 'białoruski', en: 'Belarusian' },
  { key: 'ru', pl: 'rosyjski', en: 'Russian' },
  { key: 'en', pl: 'angielski', en: 'English' },
  { key: 'de', pl: 'niemiecki', en: 'German' },
  { key: 'fr', pl: 'francuski', en: 'French' },
  { key: 'es', pl: 'hiszpański', en: 'Spanish' },
];

/** The language that is asked for when nothing else is said. */
export const EVERYBODYS = 'pl';

export const isLanguage = (key: string): boolean => LANGUAGES.some((one) => one.key === key);
