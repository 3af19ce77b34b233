import { describe, expect, it } from 'vitest';
import { configTable, readConfig } from '../../src/platform/config.ts';
import { filesUnder, matches, textOf } from './support/files.ts';

const names: readonly string[] = configTable.map(({ name }) => name).sort();
/** Read by compose.yaml only. */
const NOT_OURS = 'POSTGRES_PASSWORD';

describe('the environment', () => {
  const example = textOf('.env.example');

  it('is explained variable by variable in .env.example, and nothing else is', () => {
    expect(names.length).toBeGreaterThan(5);
    expect([...matches(example, /^#? ?([A-Z_]+)=/gm)].sort()).toEqual([...names, NOT_OURS].sort());
  });

  it('is explained variable by variable in the table of README.md, and nothing else is', () => {
    const rows = textOf('README.md')
      .split('\n')
      .filter((line) => /^\| `[A-Z_]+` \|/.test(line))
      .map((line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .slice(1, -1),
      )
      .filter((cells) => cells.length === 4);
    const expected = configTable.map(({ name, required, default: usual, meaning }) => [
      `\`${name}\``,
      required,
      usual,
      meaning,
    ]);
    expect(rows).toEqual(expected);
  });

  it('as .env.example gives it is enough to start, once the tokens are real', () => {
    const given = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
    expect(given.length).toBeGreaterThan(1);
    expect(readConfig(Object.fromEntries(given))).toMatchObject({ ok: true });
    expect(readConfig({})).toMatchObject({ ok: false });
  });

  it('is read in main only', () => {
    const readers = filesUnder('src', '.ts').filter((path) => /\bprocess\.env\b/.test(textOf(path)));
    expect(readers).toEqual(['src/main.ts']);
  });

  it('in the variables that code names is in the table', () => {
    const named = matches(textOf('src/main.ts'), /env(?:\.|\[')([A-Z_]+)/g);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });
});
