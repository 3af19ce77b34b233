import { type Definition, definition } from './schema.ts';

export { answerOnOf, silenceWorkingDaysOf } from './answers.ts';
export type { DeadlineKind } from './deadlines.ts';
export type { Form, Question } from './form.ts';
export { reminderRuleOf, reminderSettingsOf } from './reminders.ts';
export type { SurveyForm, SurveyQuestion } from './surveys.ts';
export { undoMinutesOf } from './undo.ts';

/** One edition of a programme with its forms, fields, terms and dates; see `schema.ts` for each part. */
export type ProgrammeDefinition = Definition;

const parsed = new WeakMap<object, ProgrammeDefinition>();

/** The definition a cohort was set up with; each stored one is parsed once. */
export function definitionOf(cohort: { readonly definition: unknown }): ProgrammeDefinition {
  const stored = cohort.definition;
  const known = typeof stored === 'object' && stored !== null ? parsed.get(stored) : undefined;
  if (known) return known;
  const fresh = definition.parse(stored);
  if (typeof stored === 'object' && stored !== null) parsed.set(stored, fresh);
  return fresh;
}

/** What names an edition of a programme: `debiuty-2024`. */
export const definitionKey = (one: { readonly programme: string; readonly edition: string }): string =>
  `${one.programme}-${one.edition}`;
