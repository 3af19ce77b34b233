import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { filesUnder, ROOT, textOf, unique } from './support/files.ts';
import { runTool } from './support/run.ts';

const Report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    totalDependenciesCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
  modules: z.array(z.object({ source: z.string() })),
});

const Config = z.object({
  default: z.object({ forbidden: z.array(z.object({ name: z.string(), severity: z.string() })) }),
});

function cruise(config: string, folder: string, roots: readonly string[]) {
  const { out } = runTool('depcruise', ['--config', config, ...roots, '--output-type', 'json'], folder);
  return Report.parse(JSON.parse(out));
}

describe('the import rules', () => {
  it('hold in src, sandbox and bench, and every file of ours was looked at', () => {
    const report = cruise('.dependency-cruiser.mjs', '.', ['src', 'sandbox', 'bench', 'chaos']);
    expect(report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    const cruised = new Set(report.modules.map(({ source }) => source));
    const ours = ['src', 'sandbox', 'bench', 'chaos'].flatMap((folder) => filesUnder(folder, '.ts'));
    const expected = ours.filter((path) => !path.startsWith('sandbox/page/src/'));
    expect(expected.length).toBeGreaterThan(150);
    expect(expected.filter((path) => !cruised.has(path))).toEqual([]);
    expect(report.summary.totalDependenciesCruised).toBeGreaterThan(400);
  });

  it('cannot be stepped round with a type written as import(…), which the cruiser does not see', () => {
    const hidden = filesUnder('src', '.ts').filter((path) =>
      /(?<!await |=> |return )\bimport\(\s*['"`]/.test(textOf(path)),
    );
    expect(hidden).toEqual([]);
    expect(/(?<!await |=> |return )\bimport\(\s*['"`]/.test("type A = import('./b.ts').B")).toBe(true);
  });
});

describe('each import rule is seen to fire on its planted violation', () => {
  const planted = {
    'no-cycles': 'src/core/ring-a.ts',
    'no-feature-cycles': 'src/features/beta',
    'core-stands-alone': 'src/core/text.ts',
    'platform-knows-no-feature': 'src/platform/deps.ts',
    'platform-parts-apart': 'src/platform/slack/index.ts',
    'feature-through-public': 'src/features/beta/operations.ts',
    'feature-looks-down': 'src/features/beta/index.ts',
    'public-without-slack': 'src/features/alpha/public.ts',
    'rules-are-pure': 'src/features/alpha/rules.ts',
    'views-read-no-database': 'src/features/alpha/views.ts',
    'slack-sdk-at-the-border': 'src/features/alpha/operations.ts',
    'nobody-imports-main': 'src/platform/jobs/index.ts',
    'src-stands-alone': 'src/features/gamma/jobs.ts',
    'production-packages-only': 'src/platform/config.ts',
    resolvable: 'src/platform/log.ts',
  };
  let fired: readonly string[] = [];

  beforeAll(() => {
    const report = cruise('../../../.dependency-cruiser.mjs', 'test/architecture/fixture', ['src', 'sandbox']);
    expect(report.summary.totalCruised).toBeGreaterThan(20);
    fired = report.summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`);
  });

  it.each(Object.entries(planted))('%s', (rule, file) => expect(fired).toContain(`${rule} in ${file}`));

  it('no rule is without a planted violation, and every rule is an error', async () => {
    const config = Config.parse(await import(pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href));
    const names = config.default.forbidden.map(({ name }) => name);
    expect(unique(names)).toEqual(unique(Object.keys(planted)));
    expect(unique(config.default.forbidden.map(({ severity }) => severity))).toEqual(['error']);
  });

  it('and no rule fires anywhere else than planted, save where one file breaks two', () => {
    const forImports = fired.filter((line) => !line.includes(' in src/lint/'));
    const elsewhere = forImports.filter(
      (line) => !Object.entries(planted).some(([rule, file]) => line === `${rule} in ${file}`),
    );
    expect(unique(elsewhere)).toEqual([
      'no-cycles in src/features/beta/index.ts',
      'no-feature-cycles in src/features/gamma',
      'platform-knows-no-feature in src/platform/jobs/index.ts',
    ]);
  });
});
