import { parseDocument } from 'yaml';
import type { ZodError } from 'zod';
import type { SourceFile } from '../../../platform/deps.ts';
import { complete, programmeFile } from '../rules/definition/file.ts';
import { definitionKey } from '../rules/definition/index.ts';
import { type Definition, definition } from '../rules/definition/schema.ts';

export type Reading = {
  readonly definitions: readonly Definition[];
  /** One line for each fault: file, place in the file, what to do. */
  readonly problems: readonly string[];
};

/** Reads definition files. A file with faults gives no definition, only its list of problems. */
export function readDefinitions(files: readonly SourceFile[]): Reading {
  const readings = files.map(readFile);
  const definitions = readings.flatMap((one) => one.definitions);
  const keys = definitions.map(definitionKey);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  const problems = [
    ...readings.flatMap((one) => one.problems),
    ...twice.map((key) => `${key}: the edition is described twice; keep one of the two`),
  ];
  return { definitions, problems };
}

function readFile({ name, text }: SourceFile): Reading {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    return { definitions: [], problems: document.errors.map((error) => `${name}: ${firstLine(error.message)}`) };
  }
  const file = programmeFile.safeParse(document.toJS());
  if (!file.success) return { definitions: [], problems: lines(name, file.error, '') };
  const readings = file.data.editions.map((edition, index) => {
    const whole = definition.safeParse(complete(file.data, index));
    return whole.success
      ? { definitions: [whole.data], problems: [] }
      : { definitions: [], problems: lines(name, whole.error, `edition ${edition.edition} › `) };
  });
  return {
    definitions: readings.flatMap((one) => one.definitions),
    problems: [...new Set(readings.flatMap((one) => one.problems))],
  };
}

function lines(name: string, error: ZodError, prefix: string): string[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : String(part))).join(' › ');
    return `${name}: ${prefix}${path || 'the whole file'}: ${issue.message}`;
  });
}

const firstLine = (text: string): string => text.split('\n')[0] ?? text;
