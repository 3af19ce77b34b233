import { execFile } from 'node:child_process';
import { chown, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ACCOUNT = 'postgres';

/** How to start a PostgreSQL program: directly, or as an unprivileged account when we are root. */
export type Account = {
  /** The account to start the program as; absent when that is ours, or when `prefix` sees to it. */
  readonly uid?: number;
  readonly gid?: number;
  /** Command and arguments to put before the program. */
  readonly prefix: readonly string[];
  /** Gives a file or folder to the account. */
  readonly own: (path: string) => Promise<void>;
};

/**
 * Chooses the account for the database server. PostgreSQL refuses to run as root, so root gets the system
 * account `postgres`, created when missing. `paths` are what it must reach; where a folder on the way is
 * closed to others (a clone in /root, say), the programs get the one capability that opens it.
 */
export async function chooseAccount(paths: readonly string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [], own: async () => {} };
  const { uid, gid } = await findOrCreate();
  const own = (path: string) => chown(path, uid, gid);
  const open = await Promise.all(paths.map((path) => isReachable(path, uid)));
  if (open.every(Boolean)) return { uid, gid, prefix: [], own };
  return { prefix: await openingPrefix(uid, gid, paths[open.indexOf(false)] ?? ''), own };
}

/**
 * Starts a program as the account with the one capability that opens closed folders. The account's switch must not
 * drop it for `access()` either (`no_setuid_fixup`), by which PostgreSQL looks for its own programs.
 */
async function openingPrefix(uid: number, gid: number, closed: string): Promise<readonly string[]> {
  const capability = '+dac_override';
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  const prefix = ['setpriv', ...ids, `--inh-caps=${capability}`, `--ambient-caps=${capability}`, '--'];
  try {
    await run('setpriv', [...prefix.slice(1), 'true']);
    return prefix;
  } catch (cause) {
    throw new Error(
      `As root PostgreSQL runs as the account "${ACCOUNT}", which may not enter a folder above ${closed}. ` +
        'Move it to where others may enter (for the data: DATA_DIR), run as another user, or set DATABASE_URL.',
      { cause },
    );
  }
}

async function findOrCreate(): Promise<{ uid: number; gid: number }> {
  const known = await ids();
  if (known) return known;
  try {
    await run('groupadd', ['--system', ACCOUNT]).catch(() => {});
    await run('useradd', ['--system', '--gid', ACCOUNT, '--no-create-home', ACCOUNT]);
  } catch (cause) {
    throw new Error(
      `PostgreSQL cannot run as root and the account "${ACCOUNT}" could not be created. Run as another user, or set DATABASE_URL.`,
      { cause },
    );
  }
  const created = await ids();
  if (!created) throw new Error(`The account "${ACCOUNT}" was created but is not found.`);
  return created;
}

async function ids(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', ACCOUNT]), run('id', ['-g', ACCOUNT])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Whether every existing folder above `path` may be entered by `uid` (its own or open to others). */
async function isReachable(path: string, uid: number): Promise<boolean> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    if (found && (found.mode & (found.uid === uid ? 0o100 : 0o001)) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
