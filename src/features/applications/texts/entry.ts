import type { Locale } from '../../../core/locale.ts';
import { formatMoney } from '../../../core/money.ts';
import { en } from './entry.en.ts';
import { type IntakeTexts, pl } from './entry.pl.ts';

export type { IntakeTexts };
export const intakeTexts = (locale: Locale): IntakeTexts => (locale === 'en' ? en : pl);

/** Words for a reason key of the form, such as `too_long:200` or `regon_maybe_padded:007011828`. */
export function fieldWords(reason: string, locale: Locale): string {
  const { errors } = intakeTexts(locale);
  const [key = '', detail = ''] = reason.split(':');
  if (key.endsWith('_maybe_padded')) return errors.padded(detail);
  const register = /^(nip|regon|krs|register)_/.exec(key)?.[1];
  if (key !== 'register_name_needed' && register) return errors[register as 'nip' | 'regon' | 'krs' | 'register'];
  const words = errors[key as keyof typeof errors] as string | ((detail: string) => string) | undefined;
  if (words === undefined) return errors.required;
  if (typeof words === 'string') return words;
  return words(key.startsWith('sum_') ? formatMoney(Number(detail), locale) : detail);
}
