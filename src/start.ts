import { join } from 'node:path';
import type { RunningApp } from './app.ts';
import type { StartOptions } from './assemble.ts';
import { startEmbeddedPostgres } from './platform/db/embedded.ts';

/** Opens everything the bot needs, each thing registered for closing, and starts it. */
export async function start(options: StartOptions): Promise<RunningApp> {
  // While the database's own process starts, this one loads the rest of the code.
  const loading = async () => await import('./assemble.ts');
  const [url, { assemble }] = await Promise.all([openServer(options), loading()]);
  return assemble(options, url);
}

/** The database of `DATABASE_URL`, or an embedded server of our own. */
async function openServer({ config, log, lifecycle, newPassword }: StartOptions): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const starting = startEmbeddedPostgres({
    folder: join(config.dataDir, 'postgres'),
    newPassword,
    onUnexpectedExit: (code) => {
      log.fatal({ code }, 'the embedded database ended by itself');
      void lifecycle.stop('the embedded database ended', 1);
    },
  });
  // Registered before it runs, so that a stop in the middle of the start leaves no server behind.
  lifecycle.opened(
    'embedded PostgreSQL',
    () =>
      starting.then(
        (server) => server.stop(),
        () => undefined,
      ),
    1_500,
  );
  const server = await starting;
  if (server.orphan === 'stopped') log.warn('a database server left by a killed run was found and stopped');
  return server.url;
}
