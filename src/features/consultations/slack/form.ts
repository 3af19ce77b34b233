import type { Locale } from '../../../core/locale.ts';
import { texts } from '../texts.ts';

/** Words beside a field of our forms. */
export function formError(reason: string, locale: Locale): string {
  const { form } = texts(locale);
  return form[reason] ?? form['long'] ?? '';
}
