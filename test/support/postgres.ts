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

/** vitest's globalSetup: one PostgreSQL for the whole run, with a migrated template that test files clone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
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
    project.provide('postgresUrl', server.url);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
