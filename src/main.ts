import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { createApp } from './app.ts';
import { features } from './features/index.ts';
import { identify } from './features/people/public.ts';
import { type Config, describeProblems, readConfig } from './platform/config.ts';
import { connectDatabase, type Db } from './platform/db/client.ts';
import { startEmbeddedPostgres } from './platform/db/embedded.ts';
import { migrate } from './platform/db/migrate.ts';
import type { SourceFile } from './platform/deps.ts';
import { healthRoutes } from './platform/http/health.ts';
import { createJobs, type Jobs } from './platform/jobs/boss.ts';
import { type Lifecycle, runProcess } from './platform/lifecycle.ts';
import { createLog, type Log } from './platform/log.ts';
import { type Connection, connection } from './platform/slack/connection.ts';

const COMMAND = '/debiuty';
const PROGRAMMES = join(import.meta.dirname, '../programmes');

/** The one place where the machine's clock and chance come in. */
const clock = { now: () => new Date() };
const ids = { next: () => uuid() };

/** The database of `DATABASE_URL`, or an embedded server of our own. */
async function openServer(config: Config, log: Log, lifecycle: Lifecycle): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const starting = startEmbeddedPostgres({
    folder: join(config.dataDir, 'postgres'),
    newPassword: () => randomBytes(24).toString('hex'),
    onUnexpectedExit: (code) => {
      log.fatal({ code }, 'the embedded database ended by itself');
      void lifecycle.stop('the embedded database ended', 1);
    },
  });
  // Registered before it runs, so that a stop in the middle of the start leaves no server behind.
  lifecycle.opened('embedded PostgreSQL', async () => (await starting).stop(), 1_500);
  const server = await starting;
  if (server.orphan === 'stopped') log.warn('a database server left by a killed run was found and stopped');
  return server.url;
}

function openSlack(config: Config, log: Log, db: Db, jobs: Jobs): Connection {
  const routes = healthRoutes({
    database: async () => (await db.$queryRaw`select 1`) !== null,
    slack: () => slack.connected(),
    jobs: () => jobs.running(),
  });
  const slack: Connection = connection({ ...config.slack, port: config.port, routes }, log);
  return slack;
}

async function readProgrammes(): Promise<SourceFile[]> {
  const names = (await readdir(PROGRAMMES)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return await Promise.all(names.map(async (name) => ({ name, text: await readFile(join(PROGRAMMES, name), 'utf8') })));
}

async function start(config: Config, log: Log, lifecycle: Lifecycle): Promise<void> {
  const begun = performance.now();
  const url = await openServer(config, log, lifecycle);
  const migrations = await migrate(url);
  if (migrations.length > 0) log.info({ migrations }, 'the database was brought up to date');
  const db = connectDatabase({
    url,
    onConnectionError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  lifecycle.opened('database client', () => db.$disconnect(), 500);
  const jobs = createJobs({ url, ids, log });
  const slack = openSlack(config, log, db, jobs);
  const programmeFiles = await readProgrammes();
  const app = await createApp(
    { clock, ids, db, jobs, log, programmeFiles, connection: slack },
    { features, identify, command: COMMAND },
  );
  lifecycle.opened('app', app.stop, 2_700);
  await app.start();
  log.info(
    { mode: config.slack.mode.kind, port: config.port, ms: Math.round(performance.now() - begun) },
    'the bot is running',
  );
}

const result = readConfig(process.env);
if (result.ok) {
  const { config } = result;
  const log = createLog(config.logLevel);
  await runProcess(process, log, (lifecycle) => start(config, log, lifecycle));
} else {
  process.stderr.write(`${describeProblems(result.problems)}\n`);
  process.exitCode = 1;
}
