import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { type Programs, runProgram } from './programs.ts';

const MAJOR = '18';
export const SUPERUSER = 'debiuty';

/** The files of one embedded server under `${DATA_DIR}/postgres`. */
export type Layout = {
  readonly folder: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
};

export function layoutOf(folder: string): Layout {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    password: join(folder, 'password'),
    log: join(folder, 'server.log'),
  };
}

/**
 * Makes sure that the data folder holds an initialised cluster and returns its password. UTF-8, sorting by the
 * Polish alphabet. It is built beside its place and moved there when whole, so a start that was cut off
 * half-way leaves nothing that looks finished.
 */
export async function ensureCluster(
  layout: Layout,
  programs: Programs,
  account: Account,
  newPassword: () => string,
): Promise<string> {
  const version = await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) return await initialise(layout, programs, account, newPassword());
  if (version.trim() === MAJOR) return (await readFile(layout.password, 'utf8')).trim();
  throw new Error(
    `The data in ${layout.cluster} was written by PostgreSQL ${version.trim()}; this version needs ${MAJOR}. ` +
      'Dump it with the old version, move the folder away, start, and load the dump.',
  );
}

async function initialise(layout: Layout, programs: Programs, account: Account, password: string): Promise<string> {
  const building = `${layout.cluster}.new`;
  const passwordFile = join(layout.folder, 'initdb-password');
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { mode: 0o700 });
  await account.own(building);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await account.own(passwordFile);
  try {
    await runProgram(account, programs.initdb, [
      `--pgdata=${building}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=pl-PL',
      '--no-instructions',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(layout.password, `${password}\n`, { mode: 0o600 });
  await chmod(layout.password, 0o600);
  await rename(building, layout.cluster);
  return password;
}
