import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesUnder, matches, ROOT, textOf } from './support/files.ts';

const polish = filesUnder('src', '.pl.ts').concat(filesUnder('src', '/pl.ts'));

/** Leaves of a texts object as `path kind`, where a function counts with its number of arguments. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'function') return [`${path} function of ${value.length}`];
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`));
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

const english = (path: string) => path.replace('.pl.ts', '.en.ts').replace('/pl.ts', '/en.ts');

async function textsOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(ROOT, path)).href);
  return Object.fromEntries(
    Object.entries(module).map(([name, value]) => [name.replace(/^(?:pl|en)|(?:Pl|En)$/, ''), value]),
  );
}

describe('texts', () => {
  it('exist in both languages', () => {
    expect(polish.length).toBeGreaterThan(5);
    const all = new Set(filesUnder('src', '.ts'));
    expect(polish.filter((path) => !all.has(english(path)))).toEqual([]);
    expect([...all].filter((path) => path.endsWith('.en.ts')).length).toBe(
      polish.filter((path) => path.endsWith('.pl.ts')).length,
    );
  });

  it.each(polish)('%s says the same things in English, and nothing is empty', async (path) => {
    const pl = await textsOf(path);
    const en = await textsOf(english(path));
    expect(shapeOf(pl).length).toBeGreaterThan(1);
    expect(shapeOf(en)).toEqual(shapeOf(pl));
    expect([...leaves(pl), ...leaves(en)].filter((text) => text.trim() === '')).toEqual([]);
  });

  it.each(polish)('%s leaves no Polish words in the English texts', async (path) => {
    const quoted = /„[^”]*”|`[^`]*`|"[^"]*"|\bzł(?:oty|otys)?(?![a-ząćęłńóśźż])/gi;
    const said = leaves(await textsOf(english(path))).map((text) => text.replace(quoted, ''));
    expect(said.length + matches(textOf(english(path)), /=>/g).length).toBeGreaterThan(0);
    expect(said.filter((text) => /[ąćęłńśźż]/i.test(text))).toEqual([]);
  });

  it('no handler, operation or rule speaks for itself', () => {
    // A definition file is checked, and told what is missing, in its own words.
    const silent = filesUnder('src/features', '.ts').filter((path) => !/texts|ids|input|definition/.test(path));
    expect(silent.length).toBeGreaterThan(30);
    const words = /^(?!\s*(?:\/\/|\*|\/\*)).*['"`][^'"`]*[ąćęłńóśźż][^'"`]*['"`]/im;
    const speaking = silent.filter((path) => words.test(textOf(path)) && !path.includes('/slack'));
    expect(speaking).toEqual([]);
  });
});
