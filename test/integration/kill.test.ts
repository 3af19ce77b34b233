import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addRooms } from '../../bench/support/rooms.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { notifyAll } from '../../src/features/notices/public.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { createJobs } from '../../src/platform/jobs/boss.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { chanceOf, marksIn } from '../support/trouble.ts';

const ROOT = join(import.meta.dirname, '../..');
const PACE = 5;
const CHANNELS = 4;
const NOTICES = 60;
const KILLS = 4;

let database: TestDatabase;
let sandbox: Sandbox;
let bot: ChildProcess | null = null;

beforeEach(async () => {
  database = await createTestDatabase();
  sandbox = await startSandbox({ manifest: join(ROOT, 'manifest.yml'), pace: PACE });
});

afterEach(async () => {
  await kill('SIGTERM');
  await sandbox.stop();
  await database.drop();
});

/** The production entry point as a process of its own. */
async function startBot(): Promise<void> {
  const before = sandbox.calls.length;
  bot = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...{ PATH: process.env['PATH'], DATABASE_URL: database.url, LOG_LEVEL: 'silent' },
      ...{ SLACK_BOT_TOKEN: sandbox.botToken, SLACK_APP_TOKEN: sandbox.appToken },
      ...{ SLACK_API_URL: sandbox.apiUrl, SLACK_PACE: String(PACE) },
    },
  });
  const asked = () => sandbox.calls.slice(before).some((call) => call.method === 'apps.connections.open');
  await sandbox.waitFor(asked, { timeoutMs: 30_000, what: 'the bot to start' });
}

async function kill(signal: NodeJS.Signals): Promise<void> {
  if (!bot || bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = once(bot, 'exit');
  bot.kill(signal);
  await ended;
}

/** Notices whose words the whole product knows: there is one undelivered, and they say so. */
async function writeNotices(channels: readonly string[]): Promise<void> {
  const ids = { next: () => uuid() };
  const deps = {
    clock: { now: () => new Date() },
    ids,
    jobs: createJobs({ url: database.url, ids, log: silentLog() }),
  };
  const cohortId = uuid();
  const [at, to] = [deps.clock.now(), { channel: 'C0NOWHERE0' }];
  const words = { kind: 'notices.undelivered', params: { cohortId, reason: 'archived' }, at, cohortId };
  await inTransaction(database.db, async (tx) => {
    await notifyAll(deps, tx, [{ ...words, to, key: 'failed' }]);
    await tx.notice.updateMany({ data: { state: 'failed', failure: 'is_archived' } });
    const specs = Array.from({ length: NOTICES }, (_, index) => ({ ...words, key: `n${index}` }));
    await notifyAll(
      ...([deps, tx] as const),
      specs.map((spec, index) => ({ ...spec, to: { channel: channels[index % CHANNELS] ?? '' } })),
    );
  });
}

test('a bot killed again and again while it sends, with answers lost, says each notice exactly once', async () => {
  const seed = Number(process.env['SEED'] ?? 11);
  process.stdout.write(`killed: SEED=${seed}\n`);
  const chance = chanceOf(seed);
  const lost = {
    method: 'chat.postMessage',
    times: Number.POSITIVE_INFINITY,
    stage: 'after',
    when: () => chance() < 0.2,
  } as const;
  sandbox.fault({ ...lost, kind: 'reset' });
  // A call takes its time, so that some are cut in the middle.
  sandbox.fault({ ...lost, kind: 'delay', ms: 120, when: () => chance() < 0.6 });
  const channels = addRooms(sandbox, CHANNELS);
  const count = () => channels.reduce((sum, channel) => sum + marksIn(sandbox, channel).length, 0);
  await startBot();
  await writeNotices(channels);
  let killedWhileSending = false;
  for (let kills = 0; kills < KILLS; kills += 1) {
    const before = count();
    await sandbox.waitFor(() => count() > before || count() === NOTICES, { timeoutMs: 30_000, everyMs: 5 });
    await sleep(chance() * 400);
    await kill('SIGKILL');
    killedWhileSending ||= count() < NOTICES;
    await startBot();
  }
  const open = { state: { in: ['pending', 'sending'] } };
  const none = async () => (await database.db.notice.count({ where: open })) === 0;
  await sandbox.waitFor(none, { timeoutMs: 60_000, everyMs: 100, what: 'every notice' });
  const sent = await database.db.notice.findMany({
    where: { state: 'sent' },
    orderBy: [{ dueAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  expect(killedWhileSending).toBe(true);
  expect(sent).toHaveLength(NOTICES);
  for (const channel of channels)
    expect(marksIn(sandbox, channel)).toEqual(sent.filter(({ target }) => target === channel).map(({ id }) => id));
}, 150_000);
