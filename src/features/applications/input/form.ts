import { z } from 'zod';
import { isValidDate } from '../../../core/calendar/index.ts';
import { parseNip, parseRegon } from '../../../core/identifiers.ts';
import { parseMoney } from '../../../core/money.ts';
import type { Outcome } from '../../../core/outcome.ts';
import { collapse, tidyLines } from '../../../core/text.ts';
import type { FieldValue, FormValues } from '../../../platform/slack/form.ts';
import { parseRegisterNumber } from '../../organisations/public.ts';
import type { Form, ProgrammeDefinition, Question } from '../../programmes/public.ts';

/** An answer as it is kept: words, a sum in grosze or a number, several keys, or nothing. */
export type Answer = string | number | readonly string[] | null;
export type Answers = Readonly<Record<string, Answer>>;
export type Step = Form['steps'][number];

/** A reason key with the number that its words need: `too_long:200`. */
type Reason = string;
type Checked = { readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly reason: Reason };

const fine = (value: Answer): Checked => ({ ok: true, value });
const wrong = (reason: string, detail?: number | string): Checked => ({
  ok: false,
  reason: detail === undefined ? reason : `${reason}:${detail}`,
});

/** An identifier's refusal with the padded number offered, when leading zeros may have been lost (APP-3). */
function identifier(kind: string, parsed: Outcome<string>): Checked {
  if (parsed.ok) return fine(parsed.value);
  const candidate = parsed.detail?.['candidate'];
  return wrong(`${kind}_${parsed.reason}`, typeof candidate === 'string' ? candidate : undefined);
}

function words(question: Question, text: string): Checked {
  const { min = 0, max = 3000 } = question;
  if (text.length > max) return wrong('too_long', max);
  return text.length < min ? wrong('too_short', min) : fine(text);
}

function sum(question: Question, text: string): Checked {
  const parsed = parseMoney(text);
  if (!parsed.ok) return wrong('not_a_sum');
  if (parsed.value < (question.min ?? 1)) return wrong('sum_too_small', question.min ?? 1);
  return question.max !== undefined && parsed.value > question.max
    ? wrong('sum_too_large', question.max)
    : fine(parsed.value);
}

function count(question: Question, text: string): Checked {
  if (!/^\d{1,9}$/.test(text)) return wrong('not_a_number');
  const value = Number(text);
  if (question.min !== undefined && value < question.min) return wrong('number_too_small', question.min);
  return question.max !== undefined && value > question.max ? wrong('number_too_large', question.max) : fine(value);
}

const among = (question: Question, key: string): boolean => (question.options ?? []).some((one) => one.key === key);

/** One line for short kinds, paragraphs kept for long ones; nothing invisible. */
const tidy = (question: Question, text: string): string =>
  question.kind === 'long_text' ? tidyLines(text) : collapse(text);

function check(question: Question, text: string): Checked {
  switch (question.kind) {
    case 'nip':
      return identifier('nip', parseNip(text));
    case 'regon':
      return identifier('regon', parseRegon(text));
    case 'money':
      return sum(question, text);
    case 'number':
      return count(question, text);
    case 'email':
      return z.email().max(200).safeParse(text).success ? fine(text) : wrong('not_an_email');
    case 'phone':
      return /^\+?[\d\s()/-]{7,25}$/.test(text) ? fine(text) : wrong('not_a_phone');
    case 'date':
      return isValidDate(text) ? fine(text) : wrong('not_a_date');
    case 'person':
      return /^[UW][A-Z0-9]+$/.test(text) ? fine(text) : wrong('required');
    case 'choice':
    case 'voivodeship':
      return among(question, text) ? fine(text) : wrong('required');
    case 'yes_no':
      return text === 'yes' || text === 'no' ? fine(text) : wrong('required');
    default:
      return words(question, text);
  }
}

/** One field's value as an answer, or why it is none. */
function answerOf(question: Question, raw: unknown): Checked {
  if (question.kind === 'choices') {
    const chosen = Array.isArray(raw) ? raw.map(String).filter((key) => among(question, key)) : [];
    return chosen.length === 0 && question.required ? wrong('choose_one') : fine(chosen);
  }
  const text = typeof raw === 'string' ? tidy(question, raw) : '';
  if (text === '') return question.required ? wrong('required') : fine(null);
  return check(question, text);
}

type Issues = { readonly add: (field: string, reason: string) => void };

/** The number is checked as its register writes it; a local register must be named (O4). */
function checkRegister(definition: ProgrammeDefinition, answers: Record<string, Answer>, issues: Issues): void {
  const register = definition.registerTypes.find((one) => one.key === answers['register_type']);
  const number = answers['register_number'];
  if (!register || typeof number !== 'string') return;
  // A register whose numbers are unique needs no name, and its name must not become part of the key.
  if (!register.named && 'register_name' in answers) answers['register_name'] = null;
  const parsed = identifier(
    register.number === 'krs' ? 'krs' : 'register',
    parseRegisterNumber(register.number, number),
  );
  if (parsed.ok) answers['register_number'] = parsed.value;
  else issues.add('register_number', parsed.reason);
  if (register.named && !answers['register_name']) issues.add('register_name', 'register_name_needed');
}

/** The schema of one step, made of its questions. Issues carry reason keys; identifiers are checked at the door (APP-3). */
export function stepSchema(definition: ProgrammeDefinition, step: Step) {
  return z.record(z.string(), z.unknown()).transform((values, context): Answers => {
    const answers: Record<string, Answer> = {};
    let failed = false;
    const add = (field: string, reason: string): void => {
      failed = true;
      context.addIssue({ code: 'custom', path: [field], message: reason });
    };
    for (const question of step.questions) {
      const checked = answerOf(question, values[question.key]);
      if (checked.ok) answers[question.key] = checked.value;
      else add(question.key, checked.reason);
    }
    checkRegister(definition, answers, { add });
    return failed ? z.NEVER : answers;
  });
}

/** A kept answer as its field shows it: sums as a person would type them, `5400` or `5400,50`. */
export function asField(question: Question, answer: Answer | undefined): string | readonly string[] | null {
  if (answer === undefined || answer === null) return null;
  if (typeof answer !== 'number') return answer;
  return question.kind === 'money' ? sumTyped(answer) : String(answer);
}

const sumTyped = (grosze: number): string =>
  grosze % 100 === 0 ? String(grosze / 100) : `${Math.floor(grosze / 100)},${String(grosze % 100).padStart(2, '0')}`;

/** Slack takes at most this many characters in a field. */
const FIELD = 3000;

/** What was typed in the form's fields, unchecked, in a shape that can be kept: nothing foreign, nothing endless. */
export function typedFields(form: Form, values: FormValues): FormValues {
  const storable = (text: string): string => text.replaceAll('\u0000', '').slice(0, FIELD).toWellFormed();
  const keys = form.steps.flatMap((step) => step.questions.map((question) => question.key));
  const kept = keys.flatMap((key): (readonly [string, FieldValue])[] => {
    const value = values[key];
    if (value === undefined || value === null) return value === null ? [[key, '']] : [];
    return [[key, typeof value === 'string' ? storable(value) : value.slice(0, 100).map(storable)]];
  });
  return Object.fromEntries(kept);
}

/** Keys of kept answers that do not pass now, over the whole form: what the last check before sending looks at. */
export function faultyAnswers(definition: ProgrammeDefinition, form: Form, answers: Answers): readonly string[] {
  return form.steps.flatMap((step) => {
    const fields = step.questions.map((question) => [question.key, asField(question, answers[question.key])]);
    const checked = stepSchema(definition, step).safeParse(Object.fromEntries(fields));
    return checked.success ? [] : checked.error.issues.map((issue) => String(issue.path[0]));
  });
}
