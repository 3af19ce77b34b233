import { type Definition, definition } from './schema.ts';

export type { Form, Question } from './form.ts';

/** One edition of a programme with its forms, fields, terms and dates; see `schema.ts` for each part. */
export type ProgrammeDefinition = Definition;

const parsed = new Map<string, { readonly text: string; readonly definition: ProgrammeDefinition }>();

/** The definition a cohort was set up with. Parsed once for each cohort and content. */
export function definitionOf(cohort: { readonly id: string; readonly definition: unknown }): ProgrammeDefinition {
  const text = JSON.stringify(cohort.definition);
  const known = parsed.get(cohort.id);
  if (known?.text === text) return known.definition;
  const fresh = definition.parse(cohort.definition);
  parsed.set(cohort.id, { text, definition: fresh });
  return fresh;
}

/** What names an edition of a programme: `debiuty-2024`. */
export const definitionKey = (one: { readonly programme: string; readonly edition: string }): string =>
  `${one.programme}-${one.edition}`;
