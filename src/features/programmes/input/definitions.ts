import type { SourceFile } from '../../../platform/deps.ts';
import type { ProgrammeDefinition } from '../rules/definition/index.ts';
import { readDefinitions } from './read-definitions.ts';

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
