import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { clearOrphan } from '../../src/platform/db/embedded/orphan.ts';
import { takeOwnership } from '../../src/platform/db/embedded/owner.ts';
import { startEmbeddedPostgres } from '../../src/platform/db/embedded.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: vitest declares an interface, and only an interface can add to it
  interface ProvidedContext {
    /** Connection string of the server's own database; its template `debiuty_template` has every migration. */
    readonly postgresUrl: string;
  }
}

export const TEMPLATE = 'debiuty_template';
const PREFIX = 'debiuty-test-';

/** Stops and removes what test runs left that were killed; those of living runs are not touched. */
async function sweep(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    try {
      // Without this mark it belongs to a run that is just beginning.
      await access(join(folder, 'owner.json'));
      await takeOwnership(folder, 0);
      await clearOrphan(join(folder, 'cluster'), '');
      await rm(folder, { recursive: true, force: true });
    } catch {
      // In use by a run beside this one, or somebody else's.
    }
  }
}

type Shared = { users: number; readonly running: Promise<Running> };
type Running = { readonly url: string; readonly stop: () => Promise<void> };

/** Each project loads this file anew, so what they share hangs on the process. */
const SHARED = Symbol.for('debiuty.test-postgres');
const holder = globalThis as { [SHARED]?: Shared | undefined };

/**
 * vitest's globalSetup: one PostgreSQL for the whole run, with a migrated template that test files clone. Projects set
 * up at the same time; two schema engines at once in one process end it, so the first starts and the others wait.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = holder[SHARED] ?? { users: 0, running: start() };
  holder[SHARED] = shared;
  shared.users += 1;
  const { url, stop } = await shared.running;
  project.provide('postgresUrl', url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    holder[SHARED] = undefined;
    await stop();
  };
}

async function start(): Promise<Running> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const flags = [
    '-c',
    'fsync=off',
    '-c',
    'full_page_writes=off',
    '-c',
    'synchronous_commit=off',
    '-c',
    'max_connections=200',
  ];
  const server = await startEmbeddedPostgres({ folder, newPassword: () => 'test', flags });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(`create database ${TEMPLATE}`);
    await client.end();
    const url = new URL(server.url);
    url.pathname = `/${TEMPLATE}`;
    await migrate(url.href);
    return { url: server.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
