import type { SourceFile } from '../../../platform/deps.ts';
import { readDefinitions } from './read.ts';
import { type Definition, definition } from './schema.ts';

export type { Form, Question } from './form.ts';
export { definitionKey } from './read.ts';

/** One edition of a programme with its forms, fields, terms and dates; see `schema.ts` for each part. */
export type ProgrammeDefinition = Definition;

type Files = { readonly programmeFiles: readonly SourceFile[] };

const read = new WeakMap<readonly SourceFile[], readonly ProgrammeDefinition[]>();

/** Every edition that the definition files describe, read once. Throws with the whole list when a file is wrong. */
export function definitions({ programmeFiles }: Files): readonly ProgrammeDefinition[] {
  const known = read.get(programmeFiles);
  if (known) return known;
  const { definitions: found, problems } = readDefinitions(programmeFiles);
  if (problems.length > 0)
    throw new Error(`The programme definitions need correcting:\n${problems.map((one) => `- ${one}`).join('\n')}`);
  read.set(programmeFiles, found);
  return found;
}

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
