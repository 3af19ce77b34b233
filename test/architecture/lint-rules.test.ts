import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesUnder, matches, ROOT, textOf, unique } from './support/files.ts';
import { runTool } from './support/run.ts';

const FIXTURE = 'test/architecture/fixture';

/** The real configuration over a copy of the fixture, because in place the fixture is left out of every check. */
function lintCopy(folder: string): readonly string[] {
  for (const name of ['biome.json', 'lint', 'package.json', 'tsconfig.json', '.gitignore']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  cpSync(join(ROOT, FIXTURE), folder, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const { out } = runTool(
    'biome',
    ['lint', '--reporter=github', '--max-diagnostics=none', '--vcs-enabled=false', '.'],
    folder,
  );
  const finding = /^::(?:error|warning) title=(?:lint\/\w+\/)?(\w+),file=([^,]+),line=(\d+)/gm;
  return unique(
    [...out.matchAll(finding)].map(([, rule, file, line]) => `${inside(file ?? '', folder)}:${line} ${rule}`),
  );
}

const inside = (file: string, folder: string) => file.slice(file.indexOf(folder) + folder.length + 1);

/** Lines of the fixture marked `expect <rule>`; a mark on a line of its own counts for that line. */
function plantedLines(): readonly string[] {
  const folder = `${FIXTURE}/`;
  const files = ['src/lint', 'test', 'sandbox'].map((part) => join(ROOT, FIXTURE, part));
  return files
    .flatMap((path) => filesUnder(path.slice(ROOT.length + 1), '.ts'))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, at) =>
          matches(line, /\bexpect (\w+)$/g).map((rule) => `${path.slice(folder.length)}:${at + 1} ${rule}`),
        ),
    )
    .sort();
}

describe('the lint rules', () => {
  let found: readonly string[] = [];
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lint-'));
    found = lintCopy(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fire exactly where they are planted', () => {
    const planted = plantedLines();
    expect(planted.length).toBeGreaterThan(30);
    expect(found.filter((line) => /^(src\/lint|test|sandbox)\//.test(line))).toEqual(planted);
  });

  it('are all planted: no rule is switched on that nobody has seen fire', () => {
    const planted = new Set(plantedLines().map((line) => line.split(' ')[1]));
    const Groups = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.unknown())]));
    const Biome = z.object({ linter: z.object({ rules: Groups }) });
    const { rules } = Biome.parse(JSON.parse(textOf('biome.json'))).linter;
    const on = Object.values(rules).flatMap((group) =>
      typeof group === 'string' ? [] : Object.keys(group).filter((rule) => group[rule] !== 'off'),
    );
    expect(on.length).toBeGreaterThan(40);
    expect(on.filter((rule) => !planted.has(rule))).toEqual([]);
  });

  it('let the entry point and the sandbox make up time, ids and chance', () => {
    expect(found.filter((line) => line.startsWith('sandbox/') || line.startsWith('src/main.ts'))).toEqual([]);
  });
});

describe('what no linter sees', () => {
  const tests = filesUnder('test', '.ts').filter((path) => !path.startsWith('test/architecture/'));
  const sources = ['src', 'sandbox', 'bench', 'chaos', 'test', 'scripts'].flatMap((part) => filesUnder(part, '.ts'));

  it('no test mocks a module, is skipped or waits to be written', () => {
    expect(tests.length).toBeGreaterThan(10);
    const pattern =
      /\bvi\.(?:mock|doMock|hoisted)\b|\b(?:it|test|describe)\.(?:skip|todo|only|fails)\b|\bx(?:it|describe)\(/;
    expect(tests.filter((path) => pattern.test(textOf(path)))).toEqual([]);
  });

  it('no file of ours switches the checks off or keeps a note to self', () => {
    expect(sources.length).toBeGreaterThan(150);
    const notes = /@ts-(?:nocheck|expect-error|ignore)|\bas any\b|\b(?:TODO|FIXME|XXX)\b/;
    const exempt = 'test/architecture/lint-rules.test.ts';
    expect(sources.filter((path) => path !== exempt && notes.test(textOf(path)))).toEqual([]);
  });

  it('a suppressed lint rule says why', () => {
    const bare = sources.filter((path) => /biome-ignore(?:-all)? [\w/]+:\s*(?:$|<)/m.test(textOf(path)));
    expect(bare).toEqual([]);
  });
});
