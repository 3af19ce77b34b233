import { z } from 'zod';
import { isValidDate } from '../../../core/calendar/index.ts';
import { type IdentifierRefusal, parseNip, parseRegon } from '../../../core/identifiers.ts';
import { formatMoney, type MoneyRefusal, parseMoney } from '../../../core/money.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { collapse, tidyLines } from '../../../core/text.ts';
import type { FieldValue } from '../../../platform/slack/form.ts';
import { type NumberKind, parseRegisterNumber } from '../../organisations/public.ts';
import type { Question } from '../../programmes/public.ts';

/** An answer as it is kept: sums in grosze, numbers normalised, choices by key. Absent when there is none. */
export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** Reason keys of a form's fields; each has its words in `fieldTexts`. */
export type AnswerRefusal =
  | 'required'
  | 'too_short'
  | 'too_long'
  | 'unknown_option'
  | 'not_a_number'
  | 'too_small'
  | 'too_large'
  | 'not_an_amount'
  | 'amount_zero'
  | 'above_ceiling'
  | 'email_invalid'
  | 'phone_invalid'
  | 'not_a_date'
  | 'nip_invalid'
  | 'nip_length'
  | 'regon_invalid'
  | 'regon_length'
  | 'regon_maybe_padded'
  | 'krs_length'
  | 'krs_maybe_padded'
  | 'not_digits'
  | 'placeholder'
  | 'register_name_missing'
  | 'number_too_long';

export type Parsing = Outcome<Answer | null, AnswerRefusal>;

/** Slack takes at most this many characters of a text (Slack contract 5.4). */
const LONGEST = 3000;
const SHORT_TEXT = 300;

export const longest = (question: Question): number =>
  Math.min(question.kind === 'text' || question.kind === 'long_text' ? (question.max ?? defaultMax(question)) : SHORT_TEXT, LONGEST);

const defaultMax = ({ kind }: Question): number => (kind === 'long_text' ? LONGEST : SHORT_TEXT);

const one = (raw: FieldValue | undefined): string => (typeof raw === 'string' ? raw : '');

/** Reads one field as people left it. `register` says how the chosen register writes its numbers. */
export function parseAnswer(question: Question, raw: FieldValue | undefined, register: NumberKind = 'text'): Parsing {
  if (question.kind === 'choices') return parseChoices(question, raw);
  const text = question.kind === 'long_text' ? tidyLines(one(raw)) : collapse(one(raw));
  if (text === '') return question.required ? refuse('required') : ok(null);
  switch (question.kind) {
    case 'text':
    case 'long_text':
      return withinLength(question, text);
    case 'choice':
    case 'voivodeship':
      return question.options?.some((option) => option.key === text) ? ok(text) : refuse('unknown_option');
    case 'yes_no':
      return text === 'yes' || text === 'no' ? ok(text === 'yes') : refuse('unknown_option');
    case 'date':
      return isValidDate(text) ? ok(text) : refuse('not_a_date');
    case 'money':
      return parseSum(question, text);
    case 'number':
      return parseNumber(question, text);
    case 'email':
      return z.email().max(254).safeParse(text).success ? ok(text) : refuse('email_invalid');
    case 'phone':
      return parsePhone(text);
    case 'person':
      return /^[UW][A-Z0-9]+$/.test(text) ? ok(text) : refuse('unknown_option');
    default:
      return parseIdentifier(question.kind, text, register);
  }
}

function withinLength(question: Question, text: string): Parsing {
  const max = longest(question);
  if (text.length > max) return refuse('too_long', { detail: max });
  return text.length < (question.min ?? 0) ? refuse('too_short', { detail: question.min }) : ok(text);
}

function parseChoices(question: Question, raw: FieldValue | undefined): Parsing {
  const chosen = Array.isArray(raw) ? raw.map(String) : [];
  if (chosen.length === 0) return question.required ? refuse('required') : ok(null);
  const known = chosen.every((key) => question.options?.some((option) => option.key === key));
  return known ? ok([...new Set(chosen)]) : refuse('unknown_option');
}

const MONEY: Readonly<Record<MoneyRefusal, AnswerRefusal>> = {
  empty: 'required',
  not_an_amount: 'not_an_amount',
  negative: 'amount_zero',
  too_large: 'too_large',
};

/** A sum above zero and not above the ceiling of the cohort (M2, cases 24, 25). */
function parseSum(question: Question, text: string): Parsing {
  const sum = parseMoney(text);
  if (!sum.ok) return refuse(MONEY[sum.reason]);
  if (sum.value < Math.max(1, question.min ?? 1)) return refuse('amount_zero');
  return question.max !== undefined && sum.value > question.max
    ? refuse('above_ceiling', { detail: question.max })
    : ok(sum.value);
}

function parseNumber(question: Question, text: string): Parsing {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null;
  if (number === null) return refuse('not_a_number');
  if (number < (question.min ?? 0)) return refuse('too_small', { detail: question.min });
  return number > (question.max ?? number) ? refuse('too_large', { detail: question.max }) : ok(number);
}

function parsePhone(text: string): Parsing {
  const digits = text.replace(/\D/g, '');
  return /^[+\d\s().-]+$/.test(text) && digits.length >= 9 && digits.length <= 15 ? ok(text) : refuse('phone_invalid');
}

type Numbered = 'nip' | 'regon' | 'krs';

const OF_NUMBER: Readonly<Record<Numbered, Readonly<Partial<Record<IdentifierRefusal, AnswerRefusal>>>>> = {
  nip: { wrong_length: 'nip_length', bad_checksum: 'nip_invalid' },
  regon: { wrong_length: 'regon_length', bad_checksum: 'regon_invalid', maybe_padded: 'regon_maybe_padded' },
  krs: { wrong_length: 'krs_length', maybe_padded: 'krs_maybe_padded' },
};

/** Numbers are checked at the door (O2, APP-3); one that may have lost its zeros is offered whole, never mended. */
function parseIdentifier(kind: 'nip' | 'regon' | 'register_number', text: string, register: NumberKind): Parsing {
  if (kind === 'nip') return asAnswer('nip', parseNip(text));
  if (kind === 'regon') return asAnswer('regon', parseRegon(text));
  return asAnswer('krs', parseRegisterNumber(register, text));
}

function asAnswer(which: Numbered, parsed: Outcome<string, IdentifierRefusal | 'number_too_long'>): Parsing {
  if (parsed.ok) return parsed;
  const { reason } = parsed;
  const candidate = parsed.detail?.['candidate'];
  if (reason === 'number_too_long' || reason === 'placeholder' || reason === 'not_digits') return refuse(reason);
  if (reason === 'empty') return refuse('required');
  return refuse(OF_NUMBER[which][reason] ?? 'not_digits', candidate === undefined ? {} : { detail: candidate });
}

/** An answer as its field shows it, to be changed or checked once more. */
export function asField(question: Question, answer: Answer | undefined): FieldValue {
  if (answer === undefined) return null;
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  if (typeof answer === 'number') return question.kind === 'money' ? sumAsTyped(answer) : String(answer);
  return answer;
}

const sumAsTyped = (grosze: number): string => formatMoney(grosze, 'pl').replace(/[^\d,]+/g, ' ').trim();
