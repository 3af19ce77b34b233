import { createServer } from 'node:net';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { isBusy } from '../../sandbox/demo/busy.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/index.ts';
import { createApp, type RunningApp } from '../../src/app.ts';
import type { Solve } from '../../src/core/program.ts';
import { features } from '../../src/features/index.ts';
import { identify } from '../../src/features/people/public.ts';
import type { Db } from '../../src/platform/db/client.ts';
import type { Feature } from '../../src/platform/feature.ts';
import { createJobs } from '../../src/platform/jobs/boss.ts';
import { createLog, silentLog } from '../../src/platform/log.ts';
import { connection } from '../../src/platform/slack/connection.ts';
import { paceOf } from '../../src/platform/slack/pace.ts';
import { type TestClock, testClock } from './clock.ts';
import { createTestDatabase } from './database.ts';
import { programmeFiles, solveForTests } from './deps.ts';
import { brokenInvariants } from './invariants.ts';
import { expectObligationsToFollow } from './obligations.ts';

export type Transport = 'socket' | 'http';

export type Workspace = {
  readonly sandbox: Sandbox;
  readonly app: RunningApp;
  readonly db: Db;
  readonly clock: TestClock;
  /** Ends everything; fails on a violation, a broken invariant, an unanswered delivery or a job that gave up. */
  readonly close: () => Promise<void>;
};

const MANIFEST = join(import.meta.dirname, '../../manifest.yml');

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The bot's clock is the workspace's: it stands still until a test moves it, and then moves for both. */
function workspaceClock({ clock }: Sandbox): TestClock {
  const now = () => new Date(clock.now());
  return {
    now,
    set: (iso) => clock.advance(testClock(iso).now().getTime() - clock.now()),
    advance: clock.advance,
  };
}

export type WorkspaceOptions = {
  readonly transport?: Transport;
  readonly now?: string;
  readonly features?: readonly Feature[];
  readonly solve?: Solve;
} & Partial<Omit<SandboxOptions, 'transport' | 'now' | 'manifest'>>;

/** The real app on a real database, connected with a sandbox over Socket Mode or signed HTTP. */
export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const { transport = 'socket', now, features: chosen = features, solve = solveForTests, ...rest } = options;
  const database = await createTestDatabase();
  const port = transport === 'http' ? await freePort() : null;
  const wire = port === null ? 'socket' : { http: { requestUrl: `http://127.0.0.1:${port}/slack/events` } };
  let app: RunningApp | null = null;
  const busy = async () => (app ? isBusy(app) : false);
  const start = testClock(now).now().getTime();
  const own = { manifest: MANIFEST, transport: wire, now: () => start, pace: 20, quietMs: 15, isBusy: busy } as const;
  const asked = { ...own, ...rest };
  const sandbox = await startSandbox(asked);
  const log = process.env['TEST_LOG'] ? createLog('debug') : silentLog();
  const clock = workspaceClock(sandbox);
  const ids = { next: () => uuid() };
  const jobs = createJobs({ url: database.url, ids, log });
  const mode =
    transport === 'http'
      ? { kind: 'http' as const, signingSecret: sandbox.signingSecret }
      : { kind: 'socket' as const, appToken: sandbox.appToken };
  const pace = paceOf(asked.pace);
  const slack = connection({ botToken: sandbox.botToken, apiUrl: sandbox.apiUrl, mode, port, routes: [] }, log);
  const running = await createApp(
    { clock, ids, db: database.db, jobs, log, pace, solve, programmeFiles: programmeFiles(), connection: slack },
    { features: chosen, identify, command: '/debiuty' },
  );
  await running.start();
  app = running;
  const close = async (): Promise<void> => {
    await sandbox.settled();
    await expectObligationsToFollow(running.deps);
    const broken = await brokenInvariants(database.db);
    const gaveUp = await jobs.deadLetters();
    await running.stop();
    const unanswered = sandbox.delivery.unanswered();
    await sandbox.stop();
    await database.drop();
    const trouble = { violations: sandbox.violations, broken, unanswered, gaveUp };
    if (sandbox.violations.length > 0 || broken.length > 0 || unanswered > 0 || gaveUp > 0)
      throw new Error(JSON.stringify(trouble, null, 1));
  };
  return { sandbox, app: running, db: database.db, clock, close };
}
