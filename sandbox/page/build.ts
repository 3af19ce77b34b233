import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;
const output = join(root, 'dist');

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
  const sources = ['src', 'index.html', 'build.ts', '../page-api.ts', '../../package-lock.json'];
  const [built, ...times] = await Promise.all([
    newest(join(output, 'index.html')),
    ...sources.map((name) => newest(join(root, name))),
  ]);
  if (built > Math.max(...times)) return output;
  await build({
    root,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    base: './',
    oxc: { jsx: { runtime: 'automatic' } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: { outDir: output, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  });
  return output;
}
