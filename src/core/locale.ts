/** Languages the product speaks. Polish is the source, English the second. */
export type Locale = 'pl' | 'en';

/** The language for a Slack locale such as `en-GB`; people without one (foreign workspaces) are spoken to in Polish. */
export function localeOf(slackLocale: string | null | undefined): Locale {
  return /^en(?:[-_]|$)/i.test(slackLocale ?? '') ? 'en' : 'pl';
}
