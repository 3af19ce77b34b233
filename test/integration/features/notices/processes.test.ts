import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { addRooms } from '../../../../bench/support/rooms.ts';
import { type Sandbox, startSandbox } from '../../../../sandbox/index.ts';
import { createApp, type RunningApp } from '../../../../src/app.ts';
import { notices } from '../../../../src/features/notices/index.ts';
import { notify } from '../../../../src/features/notices/public.ts';
import { identify } from '../../../../src/features/people/public.ts';
import { connectDatabase, type Db } from '../../../../src/platform/db/client.ts';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { defineNotice, type Feature } from '../../../../src/platform/feature.ts';
import { createJobs } from '../../../../src/platform/jobs/boss.ts';
import { silentLog } from '../../../../src/platform/log.ts';
import { connection } from '../../../../src/platform/slack/connection.ts';
import { paceOf } from '../../../../src/platform/slack/pace.ts';
import { say } from '../../../../src/platform/slack/reply.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { solveForTests } from '../../../support/deps.ts';
import { chanceOf, marksIn, oneCallInFive } from '../../../support/trouble.ts';

const MANIFEST = join(import.meta.dirname, '../../../../manifest.yml');
const PACE = 20;
const CHANNELS = 10;
const EACH = 30;

const talk: Feature = {
  name: 'talk',
  notices: [defineNotice('talk.hello', z.object({ word: z.string() }), async (_deps, { word }) => say(word))],
};

type Process = { readonly app: RunningApp; readonly db: Db };

let database: TestDatabase;
let sandbox: Sandbox;
let processes: Process[] = [];

/** What one process of the bot has of its own: connections, workers, ticks and lanes. */
async function startProcess(): Promise<Process> {
  const db = connectDatabase({ url: database.url });
  const ids = { next: () => uuid() };
  const log = silentLog();
  const jobs = createJobs({ url: database.url, ids, log });
  const { botToken, apiUrl, appToken } = sandbox;
  const slack = connection({ botToken, apiUrl, mode: { kind: 'socket', appToken }, port: null, routes: [] }, log);
  // The machine of a test may be slow; a turn is given up as late as with Slack itself.
  const pace = { ...paceOf(PACE), turnMs: paceOf(1).turnMs };
  const app = await createApp(
    {
      clock: { now: () => new Date() },
      ids,
      db,
      jobs,
      log,
      pace,
      solve: solveForTests,
      programmeFiles: [],
      connection: slack,
    },
    { features: [notices, talk], identify, command: '/debiuty' },
  );
  await app.start();
  return { app, db };
}

beforeEach(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox({ manifest: MANIFEST, pace: PACE });
  processes = await Promise.all([startProcess(), startProcess()]);
});

afterEach(async () => {
  for (const { app, db } of processes) {
    await app.stop();
    await db.$disconnect();
  }
  await sandbox.stop();
  await database.drop();
});

test('two processes on one database send 300 notices to 10 channels through trouble: each once, in order', async () => {
  const seed = Number(process.env['SEED'] ?? 4);
  process.stdout.write(`two processes: SEED=${seed}\n`);
  const chance = chanceOf(seed);
  oneCallInFive(sandbox, chance);
  const rooms = addRooms(sandbox, CHANNELS);
  for (let count = 0; count < CHANNELS * EACH; count += 1) {
    const { app, db } = processes[count % 2] as Process;
    const channel = rooms[Math.floor(chance() * CHANNELS)] ?? '';
    const spec = { kind: 'talk.hello', params: { word: String(count) }, to: { channel }, key: `k${count}` };
    await inTransaction(db, (tx) => notify(app.deps, tx, { ...spec, at: app.deps.clock.now() }));
  }
  const open = { state: { notIn: ['sent', 'failed'] } };
  const none = async () => (await database.db.notice.count({ where: open })) === 0;
  await sandbox.waitFor(none, { timeoutMs: 90_000, everyMs: 100, what: 'every notice' });

  const stored = await database.db.notice.findMany({
    orderBy: [{ dueAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  expect(stored.filter((notice) => notice.state !== 'sent')).toEqual([]);
  for (const room of rooms) {
    const due = stored.filter((notice) => notice.target === room).map((notice) => notice.id);
    expect(marksIn(sandbox, room)).toEqual(due);
  }
  const refused = sandbox.calls.filter((call) => !call.ok).length;
  expect(refused).toBeGreaterThan(40);
  const senders = await database.db.lane.findMany();
  expect(senders.every((lane) => lane.holder === null)).toBe(true);
  expect(sandbox.violations).toEqual([]);
}, 120_000);

test('a process that stops hands its lanes to the other, and nothing is said twice', async () => {
  const rooms = addRooms(sandbox, 3);
  const [first] = processes as [Process, Process];
  await inTransaction(database.db, async (tx) => {
    for (let count = 0; count < 60; count += 1) {
      const spec = { kind: 'talk.hello', params: { word: String(count) }, key: `h${count}` };
      await notify(first.app.deps, tx, { ...spec, to: { channel: rooms[count % 3] ?? '' }, at: new Date() });
    }
  });
  await sandbox.waitFor(() => marksIn(sandbox, rooms[0] ?? '').length > 3, { timeoutMs: 20_000 });
  await first.app.stop();
  await first.db.$disconnect();
  processes = processes.slice(1);
  const sum = () => rooms.reduce((count, room) => count + marksIn(sandbox, room).length, 0);
  await sandbox.waitFor(() => sum() >= 60, { timeoutMs: 30_000, what: 'the other to go on' });
  const stored = await database.db.notice.findMany({
    orderBy: [{ dueAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  for (const room of rooms)
    expect(marksIn(sandbox, room)).toEqual(stored.filter((notice) => notice.target === room).map(({ id }) => id));
}, 60_000);
