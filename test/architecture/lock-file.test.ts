import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOf } from './support/files.ts';

const Dependencies = z.record(z.string(), z.string()).optional();
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: Dependencies,
      dependencies: Dependencies,
      devDependencies: Dependencies,
    }),
  ),
});

const { packages } = Lock.parse(JSON.parse(textOf('package-lock.json')));
const root = packages[''];

/** Whether Node's way of looking upward finds a package from where another lies. */
function finds(from: string, name: string): boolean {
  if (`${from ? `${from}/` : ''}node_modules/${name}` in packages) return true;
  if (from === '') return false;
  return finds(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

describe('the lock file', () => {
  it('names every optional package too, or a clean install refuses to start', () => {
    const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ from, name })),
    );
    expect(wanted.length).toBeGreaterThan(40);
    expect(wanted.filter(({ from, name }) => !finds(from, name)).map(({ name }) => name)).toEqual([]);
  });

  it('belongs to package.json, in which every version is exact', () => {
    const Pack = z.object({ dependencies: Dependencies, devDependencies: Dependencies });
    const pack = Pack.parse(JSON.parse(textOf('package.json')));
    expect({ ...root?.dependencies, ...root?.devDependencies }).toEqual({
      ...pack.dependencies,
      ...pack.devDependencies,
    });
    const versions = Object.values({ ...pack.dependencies, ...pack.devDependencies });
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter((version) => !/^\d/.test(version))).toEqual([]);
  });

  it('brings no install script that package.json does not allow or deny by name', () => {
    const { allowScripts } = z
      .object({ allowScripts: z.record(z.string(), z.boolean()) })
      .parse(JSON.parse(textOf('package.json')));
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripted.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(names).toContain('node');
    expect(names.filter((name) => !(name in allowScripts))).toEqual([]);
  });

  it('names no place to download from, so that every registry will do', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved"/);
  });
});
