import type { Locale } from './locale.ts';
import { type Outcome, ok, refuse } from './outcome.ts';

/** A whole number of grosze in PLN; no sum is ever a fraction (M1). */
export type Grosze = number;

export type MoneyRefusal = 'empty' | 'not_an_amount' | 'negative' | 'too_large';

/** The largest sum that a database integer keeps: 21 474 836,47 zł. */
export const MAX_GROSZE: Grosze = 2_147_483_647;

const NBSP = '\u00A0';

/** `6 000,00 zł` with non-breaking spaces, or `PLN 6,000.00` (M1). */
export function formatMoney(grosze: Grosze, locale: Locale): string {
  if (!Number.isSafeInteger(grosze)) throw new RangeError(`not a whole number of grosze: ${grosze}`);
  const digits = String(Math.abs(grosze)).padStart(3, '0');
  const sign = grosze < 0 ? '-' : '';
  const groups = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, locale === 'pl' ? NBSP : ',');
  const cents = digits.slice(-2);
  return locale === 'pl' ? `${sign}${groups},${cents}${NBSP}zł` : `${sign}PLN${NBSP}${groups}.${cents}`;
}

const AMOUNT = /^(?:(\d+)|(\d{1,3}(?:([ .,'’])\d{3})(?:\3\d{3})*))(?:([.,])(\d{1,2}|-))?$/;

/**
 * Reads what people type: `6000`, `6 000`, `6 000,00`, `6.000,00 zł`, `PLN 6,000.00`.
 * Three digits after a separator are thousands, one or two are grosze; anything unclear is refused, never guessed.
 */
export function parseMoney(text: string): Outcome<Grosze, MoneyRefusal> {
  const bare = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const number = bare
    .replace(/^(?:PLN|zł|zl)\s?/i, '')
    .replace(/\s?(?:PLN|zł|zl)\.?$/i, '')
    .trim();
  if (number === '') return refuse('empty');
  if (/^[-−–]\s?\d/.test(number)) return refuse('negative');
  const match = AMOUNT.exec(number);
  if (!match) return refuse('not_an_amount');
  const [, plain, grouped, groupMark, decimalMark, decimals = ''] = match;
  if (decimalMark !== undefined && decimalMark === groupMark) return refuse('not_an_amount');
  if (grouped?.startsWith('0')) return refuse('not_an_amount');
  const zloty = (plain ?? grouped ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  if (zloty.length > 9) return refuse('too_large');
  const grosze = Number(zloty) * 100 + Number(decimals.replace('-', '').padEnd(2, '0'));
  return grosze > MAX_GROSZE ? refuse('too_large') : ok(grosze);
}
