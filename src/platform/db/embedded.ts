import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { chooseAccount } from './embedded/account.ts';
import { ensureCluster, layoutOf, SUPERUSER } from './embedded/cluster.ts';
import { clearOrphan, type Orphan, stopServer } from './embedded/orphan.ts';
import { takeOwnership } from './embedded/owner.ts';
import { findPrograms } from './embedded/programs.ts';
import { type RunningServer, startServer } from './embedded/server.ts';

export { DataFolderInUse } from './embedded/owner.ts';

const DATABASE = 'debiuty';

export type EmbeddedOptions = {
  /** Where everything of the server lives: `${DATA_DIR}/postgres`. */
  readonly folder: string;
  /** Makes the server's password on the first start; it is kept in the folder, readable by its owner only. */
  readonly newPassword: () => string;
  /** How long to wait for another instance that is just ending, in milliseconds. Default 6 000. */
  readonly patience?: number;
  /** More server settings, for example `['-c', 'fsync=off']` in tests. */
  readonly flags?: readonly string[];
  /** Called when the server ends without having been asked to. */
  readonly onUnexpectedExit?: (code: number | null) => void;
};

export type EmbeddedPostgres = {
  /** Connection string of the product's database. */
  readonly url: string;
  readonly pid: number;
  /** What was found of an earlier run that did not end by itself. */
  readonly orphan: Orphan;
  /** Stops the server cleanly and gives the folder back. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts a PostgreSQL 18 server of our own on a free port of 127.0.0.1, initialising its data on the first run.
 * Works as root too. A server that a killed instance left behind is stopped first; a folder that a living
 * instance uses is refused with `DataFolderInUse`.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const layout = layoutOf(resolve(options.folder));
  await mkdir(layout.folder, { recursive: true });
  const release = await takeOwnership(layout.folder, options.patience ?? 6_000);
  try {
    const programs = await findPrograms();
    const account = await chooseAccount([programs.postgres, layout.cluster]);
    const orphan = await clearOrphan(layout.cluster, programs.pg_ctl);
    const password = await ensureCluster(layout, programs, account, options.newPassword);
    const server = await startServer(layout, programs, account, options.flags ?? []);
    const stop = stopOnce(server, programs.pg_ctl, release, options.onUnexpectedExit);
    const url = await ensureDatabase(server.port, password).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { url, pid: server.pid, orphan, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

function stopOnce(
  server: RunningServer,
  pgCtl: string,
  release: () => Promise<void>,
  onUnexpectedExit: EmbeddedOptions['onUnexpectedExit'],
): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const exited = new Promise<void>((done) => {
    server.child.once('exit', (code) => {
      if (!stopping) onUnexpectedExit?.(code);
      done();
    });
  });
  const stop = async () => {
    const isGone = server.child.exitCode !== null || server.child.signalCode !== null;
    if (!isGone) {
      await stopServer(server.pid, pgCtl, 3_000);
      await exited;
    }
    await release();
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

async function ensureDatabase(port: number, password: string): Promise<string> {
  const urlOf = (name: string) => `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
  return urlOf(DATABASE);
}
