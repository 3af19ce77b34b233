import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
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

/** vitest's globalSetup: one PostgreSQL for the whole run, with a migrated template that test files clone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-test-'));
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
