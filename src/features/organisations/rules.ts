import { type IdentifierRefusal, parseKrs } from '../../core/identifiers.ts';
import { type Outcome, ok, refuse } from '../../core/outcome.ts';
import { collapse } from '../../core/text.ts';

/** How a register writes numbers: `krs` ten digits, `text` as typed (O4). Which register does what is a programme's setting. */
export type NumberKind = 'krs' | 'text';

/** What identifies an organisation (O1): checked and normalised, as `parse…` gave it. */
export type Identity = {
  /** Key of a register in the programme's definition, such as `krs`. */
  readonly registerType: string;
  /** The register's own name where numbers repeat from one register to the next; part of the key then. */
  readonly registerName: string | null;
  readonly registerNumber: string;
  readonly nip: string | null;
  readonly regon: string | null;
};

export type OrganisationFacts = Identity & {
  readonly name: string;
  /** Key of a legal form in the programme's definition. */
  readonly legalForm: string;
  readonly town: string;
  readonly voivodeship: string;
};

const LONGEST_NUMBER = 60;

/** A number as its register writes it: KRS is ten digits, others are free text in capitals without stray spaces (O4). */
export function parseRegisterNumber(
  kind: NumberKind,
  raw: string,
): Outcome<string, IdentifierRefusal | 'number_too_long'> {
  if (kind === 'krs') return parseKrs(raw);
  const number = collapse(raw.normalize('NFKC'))
    .replace(/\s*([/.-])\s*/g, '$1')
    .toLocaleUpperCase('pl');
  if (number === '') return refuse('empty');
  if (/^[0\s/.-]+$/.test(number)) return refuse('placeholder');
  return number.length > LONGEST_NUMBER ? refuse('number_too_long') : ok(number);
}

/** The part of a REGON that names the organisation: fourteen digits name a local unit of the one in the first nine. */
export const regonOfOrganisation = (regon: string | null): string | null => regon?.slice(0, 9) ?? null;

/** The identity as it is kept and compared. */
export function normalised<T extends Identity>(facts: T): T {
  return {
    ...facts,
    registerName: collapse(facts.registerName ?? '') || null,
    regon: regonOfOrganisation(facts.regon),
  };
}

/** What of a known organisation contradicts the given numbers. A changed register is no contradiction: associations grow. */
export function contradicts(known: Identity, given: Identity): boolean {
  const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;
  const sameRegister =
    known.registerType === given.registerType && fold(known.registerName) === fold(given.registerName);
  if (differ(known.nip, given.nip) || differ(known.regon, given.regon)) return true;
  return sameRegister && known.registerNumber !== given.registerNumber;
}

const fold = (name: string | null): string => collapse(name ?? '').toLocaleLowerCase('pl');

/** Whether one more person may act for an organisation; `limit` comes from the programme (39, invariant 7). */
export function mayAdd(openCount: number, limit: number): Outcome<true, 'too_many_representatives'> {
  return openCount < limit ? ok(true) : refuse('too_many_representatives', { limit });
}
