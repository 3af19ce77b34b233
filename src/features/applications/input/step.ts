import { z } from 'zod';
import type { FieldValue, FormValues } from '../../../platform/slack/form.ts';
import type { NumberKind } from '../../organisations/public.ts';
import type { Form, ProgrammeDefinition, Question } from '../../programmes/public.ts';
import { type Answer, type AnswerRefusal, type Answers, asField, parseAnswer } from './answers.ts';

export type Step = Form['steps'][number];
export type Registers = ProgrammeDefinition['registerTypes'];

/** What a step is checked against besides its own fields: the programme's registers and what earlier steps said. */
export type StepContext = { readonly registers: Registers; readonly saved: Answers };

const SEPARATOR = '|';

/** A reason key with the fact its words need: a limit, a sum, or a number to offer. */
export const writeReason = (reason: AnswerRefusal, detail: unknown): string =>
  detail === undefined ? reason : `${reason}${SEPARATOR}${String(detail)}`;

export function readReason(written: string): { readonly reason: string; readonly detail: string } {
  const [reason = '', ...rest] = written.split(SEPARATOR);
  return { reason, detail: rest.join(SEPARATOR) };
}

const fieldValue = z.union([z.string(), z.array(z.string()), z.null()]);

/** The form of one step: field values → checked answers; the message of an issue is a reason key (`writeReason`). */
export function stepForm(step: Step, context: StepContext): z.ZodType<Answers> {
  return z.record(z.string(), fieldValue).transform((values, check): Answers => {
    const { answers, faults } = parseStep(step, values, context);
    for (const [key, message] of faults) check.addIssue({ code: 'custom', path: [key], message });
    return answers;
  });
}

export type ParsedStep = {
  readonly answers: Answers;
  readonly faults: readonly (readonly [key: string, reason: string])[];
};

function parseStep(step: Step, values: FormValues, context: StepContext): ParsedStep {
  const register = registerOf(values, context);
  const results = step.questions.map((question) => {
    const asked = register?.named && question.key === 'register_name' ? { ...question, required: true } : question;
    return { question, parsed: parseAnswer(asked, values[question.key], register?.number ?? ('text' satisfies NumberKind)) };
  });
  const answers: Record<string, Answer> = {};
  const faults: (readonly [string, string])[] = [];
  for (const { question, parsed } of results) {
    if (parsed.ok) {
      const isNeedless = question.key === 'register_name' && register?.named === false;
      if (parsed.value !== null && !isNeedless) answers[question.key] = parsed.value;
      continue;
    }
    const reason = parsed.reason === 'required' && question.key === 'register_name' ? 'register_name_missing' : parsed.reason;
    faults.push([question.key, writeReason(reason, parsed.detail?.['detail'])]);
  }
  return { answers, faults };
}

/** The register chosen in this step or an earlier one. */
function registerOf(values: FormValues, { registers, saved }: StepContext): Registers[number] | undefined {
  const chosen = values['register_type'] ?? saved['register_type'];
  return registers.find((register) => register.key === chosen);
}

/** What a step's fields show: words typed and not checked yet come before checked answers. */
export function fieldsOf(step: Step, answers: Answers, unfinished: FormValues): FormValues {
  const entries = step.questions.map((question): readonly [string, FieldValue] => [
    question.key,
    unfinished[question.key] ?? asField(question, answers[question.key]),
  ]);
  return Object.fromEntries(entries);
}

/** The first step, from 0, whose kept answers do not pass any more (a ceiling was lowered, say), with its faults; null when all do. */
export function firstFault(form: Form, answers: Answers, registers: Registers): { readonly step: number; readonly keys: readonly string[] } | null {
  for (const [step, asked] of form.steps.entries()) {
    const { faults } = parseStep(asked, fieldsOf(asked, answers, {}), { registers, saved: answers });
    if (faults.length > 0) return { step, keys: faults.map(([key]) => key) };
  }
  return null;
}

const answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** Answers as the database keeps them; anything unreadable is left out. */
export function readAnswers(stored: unknown): Answers {
  const record = z.record(z.string(), z.unknown()).safeParse(stored).data ?? {};
  const entries = Object.entries(record).flatMap(([key, value]) => {
    const parsed = answer.safeParse(value);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Field values as the database keeps them. */
export const readFields = (stored: unknown): FormValues =>
  z.record(z.string(), fieldValue).safeParse(stored).data ?? {};

/** Longest field value that is kept unchecked. */
const KEPT = 6000;

/** The fields of a step as they are, to be kept unchecked when somebody goes back. */
export function typedFields(questions: readonly Question[], values: FormValues): FormValues {
  const entries = questions.flatMap(({ key }) => {
    const value = values[key];
    if (value === undefined || value === null || value.length === 0) return [];
    const kept = typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed().slice(0, KEPT).toWellFormed() : value;
    return [[key, kept] as const];
  });
  return Object.fromEntries(entries);
}
