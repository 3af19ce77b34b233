import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ROOT } from './files.ts';

/** Runs one of the installed command-line tools in a folder; gives what it printed, whatever its exit code. */
export function runTool(tool: string, args: readonly string[], folder: string): { out: string; code: number | null } {
  const script = join(ROOT, 'node_modules/.bin', tool);
  const done = spawnSync(script, args, { cwd: resolve(ROOT, folder), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.error) throw done.error;
  return { out: done.stdout || done.stderr, code: done.status };
}
