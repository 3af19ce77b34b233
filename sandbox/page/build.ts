import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;
const output = join(root, 'dist', 'page');

async function newest(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(0, ...inside);
}

/**
 * Builds the sandbox's browser page, unless the built page is newer than all its sources.
 *
 * @returns the directory that holds `index.html`; nothing in it asks for another address.
 */
export async function buildPage(): Promise<string> {
  const sources = [
    'src',
    'index.html',
    'build.ts',
    '../page-api.ts',
    '../contract',
    '../blockkit',
    '../../package-lock.json',
  ];
  const [built, ...times] = await Promise.all([
    newest(join(output, 'index.html')),
    ...sources.map((name) => newest(join(root, name))),
  ]);
  if (built > Math.max(...times)) return output;
  // Built beside and moved in one step: a page that is being served is never half there.
  const fresh = join(root, 'dist', String(process.pid));
  await build({
    root,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    mode: 'production',
    base: './',
    // Said twice, because a test runner's NODE_ENV would otherwise ask for React's development build.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { outDir: fresh, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  });
  await rm(output, { recursive: true, force: true });
  await rename(fresh, output);
  return output;
}
