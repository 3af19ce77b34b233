import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root folder. */
export const ROOT = join(import.meta.dirname, '../../..');

const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'generated', 'fixture', 'data', 'screenshots', 'coverage']);

/** Paths of all our files under a folder, relative to the root, sorted; built and installed things left out. */
export function filesUnder(folder: string, ending = ''): readonly string[] {
  const found: string[] = [];
  const walk = (relative: string): void => {
    for (const entry of readdirSync(join(ROOT, relative), { withFileTypes: true })) {
      if (NOT_OURS.has(entry.name)) continue;
      const path = join(relative, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (path.endsWith(ending)) found.push(path);
    }
  };
  walk(folder);
  return found.sort();
}

/** Names of the folders directly inside a folder, sorted. */
export function foldersIn(folder: string): readonly string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/** The text of one of our files. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** How many lines a file has, the last line break not counted as a line of its own. */
export function lineCount(path: string): number {
  const text = textOf(path);
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

/** Every first group of a pattern in a text, in order. */
export function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

/** The same texts without repeats, sorted, to be compared as a set. */
export function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
