import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp, type RunningApp } from './app.ts';
import type { Clock } from './core/clock.ts';
import type { Ids } from './core/ids.ts';
import { features } from './features/index.ts';
import { identify } from './features/people/public.ts';
import type { Config } from './platform/config.ts';
import { connectDatabase, type Db } from './platform/db/client.ts';
import { migrate } from './platform/db/migrate.ts';
import type { SourceFile } from './platform/deps.ts';
import { healthRoutes } from './platform/http/health.ts';
import { createJobs, type Jobs } from './platform/jobs/boss.ts';
import type { Lifecycle } from './platform/lifecycle.ts';
import type { Log } from './platform/log.ts';
import { type Connection, connection } from './platform/slack/connection.ts';
import { paceOf } from './platform/slack/pace.ts';
import { createSolver, type Solver } from './platform/solver/solver.ts';

const COMMAND = '/debiuty';
const PROGRAMMES = join(import.meta.dirname, '../programmes');

/** What `main` decides and makes. A test or the local workspace may hand in another clock here. */
export type StartOptions = {
  readonly config: Config;
  readonly log: Log;
  readonly lifecycle: Lifecycle;
  readonly clock: Clock;
  readonly ids: Ids;
  /** A password nobody can guess, for the embedded database's first start. */
  readonly newPassword: () => string;
};

/** Everything of the bot on a database that answers at `url`, each thing registered for closing, and started. */
export async function assemble(options: StartOptions, url: string): Promise<RunningApp> {
  const { config, log, lifecycle, clock, ids } = options;
  const migrations = await migrate(url);
  if (migrations.length > 0) log.info({ migrations }, 'the database was brought up to date');
  const onConnectionError = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
  const db = connectDatabase({ url, onConnectionError });
  lifecycle.opened('database client', () => db.$disconnect(), 500);
  const jobs = createJobs({ url, ids, log, pace: config.slack.pace });
  const slack = openSlack(config, log, db, jobs);
  const programmeFiles = await readProgrammes();
  const pace = paceOf(config.slack.pace);
  const solver = openSolver(options);
  const { solve } = solver;
  const given = { clock, ids, db, jobs, log, pace, solve, programmeFiles, connection: slack };
  const app = await createApp(given, { features, identify, command: COMMAND });
  lifecycle.opened('app', app.stop, 2_700);
  await app.start();
  // Nobody waits for it: the first plan may be faster, and the bot is ready without it.
  solver
    .warm()
    .catch((error: unknown) => log.warn({ err: error }, 'the solver did not start; it is tried again when needed'));
  return app;
}

/** Its thread starts after everything else, and ends after the app, which may still wait for an answer. */
function openSolver({ lifecycle }: StartOptions): Solver {
  const solver = createSolver();
  lifecycle.opened('solver', solver.stop, 500);
  return solver;
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
