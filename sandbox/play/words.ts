/** Languages of the people of a story. */
export type Language = 'pl' | 'en';

/** The same words in both languages. */
export type Words = readonly [pl: string, en: string];

/** Says words in one language. */
export type Say = (pl: string, en: string) => string;

export const sayIn =
  (language: Language): Say =>
  (pl, en) =>
    language === 'en' ? en : pl;
