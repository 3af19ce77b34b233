import { z } from 'zod';

const mention = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/;

/** Slash text that names exactly one person, as Slack sends it (`<@U123|name>`) → the Slack user id. */
export const onePerson = z
  .string()
  .trim()
  .regex(mention)
  .transform((text) => text.replace(mention, '$1'));

const LANGUAGES: Readonly<Record<string, 'pl' | 'en'>> = {
  pl: 'pl',
  polski: 'pl',
  polish: 'pl',
  en: 'en',
  angielski: 'en',
  english: 'en',
};

/** Slash text that names a language, in either language. */
export const oneLanguage = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text, check) => {
    const locale = LANGUAGES[text];
    if (locale) return locale;
    check.addIssue({ code: 'custom', message: 'unknown' });
    return z.NEVER;
  });
