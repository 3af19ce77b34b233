import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { freePort } from '../../sandbox/demo/port.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const ROOT = join(import.meta.dirname, '../..');

type Bot = { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> };

const bots: Bot[] = [];
let dataDir: string;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'debiuty-main-'));
});

afterEach(async () => {
  for (const bot of bots.splice(0)) {
    bot.child.kill('SIGTERM');
    await bot.ended;
  }
  await rm(dataDir, { recursive: true, force: true });
});

/** The production entry point, with this environment and nothing else. */
function startBot(env: Record<string, string>): Bot {
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: ROOT, env: { PATH: process.env['PATH'], ...env } });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const bot = { child, output: () => chunks.join(''), ended };
  bots.push(bot);
  return bot;
}

async function health(port: number, path: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: answer.status, body: await answer.json() };
}

const untilReady = (port: number) =>
  vi.waitFor(async () => expect((await health(port, '/readyz')).status).toBe(200), { timeout: 30_000, interval: 100 });

const socketEnv = (sandbox: Sandbox, more: Record<string, string>) => ({
  SLACK_BOT_TOKEN: sandbox.botToken,
  SLACK_APP_TOKEN: sandbox.appToken,
  SLACK_API_URL: sandbox.apiUrl,
  ...more,
});

test('without its variables the bot ends with 1 and one list of what to set', async () => {
  const bot = startBot({ SLACK_SIGNING_SECRET: '0123456789abcdef', LOG_LEVEL: 'shouting' });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toMatch(/SLACK_BOT_TOKEN is missing.*PORT is missing/s);
  expect(bot.output()).toContain('LOG_LEVEL must be one of');
  expect(bot.output()).not.toContain('0123456789abcdef');
  expect(bot.output()).not.toContain('    at ');
});

describe('in Socket Mode', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ manifest: join(ROOT, 'manifest.yml') });
  });
  afterEach(() => sandbox.stop());

  test('the bot is alive and ready, tells when it is not, and ends cleanly on SIGTERM within 5 seconds', async () => {
    const port = (await freePort(0)) ?? 0;
    const bot = startBot(socketEnv(sandbox, { DATABASE_URL: database.url, PORT: String(port) }));
    await untilReady(port);
    expect(await health(port, '/healthz')).toEqual({ status: 200, body: { alive: true } });
    expect((await health(port, '/readyz')).body).toEqual({ ready: true, database: true, slack: true, jobs: true });
    sandbox.sockets?.cut();
    await vi.waitFor(
      async () => expect(await health(port, '/readyz')).toMatchObject({ status: 503, body: { slack: false } }),
      3_000,
    );
    await untilReady(port);
    const asked = performance.now();
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(sandbox.violations).toEqual([]);
  }, 60_000);

  test('a token that Slack does not know ends the start with what to do, and never appears', async () => {
    const bot = startBot({
      ...socketEnv(sandbox, { DATABASE_URL: database.url }),
      SLACK_BOT_TOKEN: 'xoxb-0-somebody-elses',
    });
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain('Slack does not know the token');
    expect(bot.output()).not.toContain('somebody-elses');
  });

  test('a second instance on the same data folder is refused, and the first goes on', async () => {
    const port = (await freePort(0)) ?? 0;
    startBot(socketEnv(sandbox, { DATA_DIR: dataDir, PORT: String(port) }));
    await untilReady(port);
    const second = startBot(socketEnv(sandbox, { DATA_DIR: dataDir }));
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('is in use by another running instance');
    expect((await health(port, '/readyz')).status).toBe(200);
  }, 60_000);

  test('a port that is taken ends the start with what to do', async () => {
    const taken = new URL(sandbox.url).port;
    const bot = startBot(socketEnv(sandbox, { DATABASE_URL: database.url, PORT: taken }));
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain('Set PORT to a free one');
  }, 30_000);
});

test('a database that cannot be reached ends the start with what to do', async () => {
  const url = `postgresql://nobody:hush@127.0.0.1:${await freePort(0)}/none`;
  const bot = startBot({ SLACK_BOT_TOKEN: 'xoxb-1-fictional', SLACK_APP_TOKEN: 'xapp-1-fictional', DATABASE_URL: url });
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('Check DATABASE_URL and that PostgreSQL is running');
  expect(bot.output()).not.toContain('hush');
});

test('in signed HTTP one port serves Slack and the health addresses, and unsigned requests are refused', async () => {
  const port = (await freePort(0)) ?? 0;
  const requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const sandbox = await startSandbox({ manifest: join(ROOT, 'manifest.yml'), transport: { http: { requestUrl } } });
  try {
    const bot = startBot({
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_SIGNING_SECRET: sandbox.signingSecret,
      SLACK_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      PORT: String(port),
    });
    await untilReady(port);
    expect((await health(port, '/healthz')).status).toBe(200);
    const unsigned = await fetch(requestUrl, { method: 'POST', body: 'command=%2Fdebiuty' });
    expect(unsigned.status).toBe(401);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  } finally {
    await sandbox.stop();
  }
}, 60_000);
