import { type Outcome, ok, refuse } from './outcome.ts';

/**
 * Why a number was refused. `maybe_padded` carries `detail.candidate`: the number with the leading zeros that a
 * spreadsheet may have eaten, to be used only after the person agrees. `placeholder` is a number made of zeros only.
 */
export type IdentifierRefusal =
  | 'empty'
  | 'not_digits'
  | 'wrong_length'
  | 'bad_checksum'
  | 'placeholder'
  | 'maybe_padded';

const NIP_WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const REGON_9_WEIGHTS = [8, 9, 2, 3, 4, 5, 6, 7];
const REGON_14_WEIGHTS = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

/** Tax number: ten digits out; a remainder of 10 never belongs to a real number (O1, O2). */
export function parseNip(raw: string): Outcome<string, IdentifierRefusal> {
  return whenDigits(raw, (digits) => {
    if (digits.length !== 10) return refuse('wrong_length');
    return weighted(digits, NIP_WEIGHTS) === Number(digits[9]) ? ok(digits) : refuse('bad_checksum');
  });
}

/** Statistical number: nine or fourteen digits out; a remainder of 10 counts as 0 (O1, O2). */
export function parseRegon(raw: string): Outcome<string, IdentifierRefusal> {
  return whenDigits(raw, (digits) => {
    if (digits.length > 14) return refuse('wrong_length');
    if (digits.length === 9 || digits.length === 14) return isRegon(digits) ? ok(digits) : refuse('bad_checksum');
    const candidate = digits.padStart(digits.length < 9 ? 9 : 14, '0');
    return isRegon(candidate) ? refuse('maybe_padded', { candidate }) : refuse('wrong_length');
  });
}

/** Court register number: ten digits out. It has no check digit, so a short one is only asked about, never mended. */
export function parseKrs(raw: string): Outcome<string, IdentifierRefusal> {
  return whenDigits(raw, (digits) => {
    if (digits.length > 10) return refuse('wrong_length');
    return digits.length === 10 ? ok(digits) : refuse('maybe_padded', { candidate: digits.padStart(10, '0') });
  });
}

/** Bank account, as NRB or Polish IBAN: 26 digits out (without `PL`). */
export function parseNrb(raw: string): Outcome<string, IdentifierRefusal> {
  return whenDigits(raw, (digits) => {
    if (digits.length !== 26) return refuse('wrong_length');
    const asNumber = `${digits.slice(2)}2521${digits.slice(0, 2)}`;
    const remainder = [...asNumber].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
    return remainder === 1 ? ok(digits) : refuse('bad_checksum');
  });
}

type Check = (digits: string) => Outcome<string, IdentifierRefusal>;

/** Strips what people and PDFs put around digits: labels, spaces, every kind of hyphen, invisible characters, `PL`. */
function whenDigits(raw: string, check: Check): Outcome<string, IdentifierRefusal> {
  const bare = raw.normalize('NFKC').replace(/[\p{C}\p{Z}\s\p{Pd}\p{M}\u2212\u115F\u1160\u3164]/gu, '');
  const digits = bare.replace(/^(?:(?:NIP|REGON|KRS|NRB|IBAN)(?:NR|NO)?[:.]*)?(?:PL)?/i, '');
  if (bare === '') return refuse('empty');
  if (!/^\d+$/.test(digits)) return refuse('not_digits');
  if (/^0+$/.test(digits)) return refuse('placeholder');
  return check(digits);
}

/** Remainder by 11 of the weighted sum of the leading digits. */
function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
}

function isRegon(digits: string): boolean {
  if (weighted(digits, REGON_9_WEIGHTS) % 10 !== Number(digits[8])) return false;
  return digits.length === 9 || weighted(digits, REGON_14_WEIGHTS) % 10 === Number(digits[13]);
}
