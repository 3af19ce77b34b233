import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { connectDatabase, type Db } from '../src/platform/db/client.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { START } from './story/days.ts';

const ROOT = join(import.meta.dirname, '..');
/** So many times faster than Slack, so that four months of posts fit into minutes. */
export const PACE = 20;
const FLAGS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300'];

export type World = {
  readonly folder: string;
  readonly sandbox: Sandbox;
  readonly db: Db;
  readonly databaseUrl: string;
  readonly close: (keep: boolean) => Promise<void>;
};

/** A PostgreSQL server of its own and an empty workspace whose clock begins in April 2023 and runs on. */
export async function openWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-chaos-'));
  const flags = FLAGS.flatMap((flag) => ['-c', flag]);
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), newPassword: () => 'chaos', flags });
  await migrate(server.url);
  const db = connectDatabase({ url: server.url, connections: 5 });
  const begun = performance.now();
  const sandbox = await startSandbox({
    manifest: join(ROOT, 'manifest.yml'),
    now: () => START + Math.floor(performance.now() - begun),
    pace: PACE,
    quietMs: 10,
  });
  const close = async (keep: boolean): Promise<void> => {
    await sandbox.stop();
    await db.$disconnect();
    await server.stop();
    if (!keep) await rm(folder, { recursive: true, force: true });
  };
  return { folder, sandbox, db, databaseUrl: server.url, close };
}
