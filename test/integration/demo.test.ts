import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import type { Snapshot } from '../../sandbox/page-api.ts';
import { waitForExit } from '../../src/platform/db/embedded/processes.ts';

const ROOT = join(import.meta.dirname, '../..');
const READY_WITHIN_MS = 60_000;

let dataDir: string;
const demos: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'debiuty-demo-'));
});

afterEach(async () => {
  for (const demo of demos.splice(0)) signalGroup(demo, 'SIGINT');
  for (const pid of await processesOf(dataDir)) await waitForExit(pid, 5_000);
  await rm(dataDir, { recursive: true, force: true });
});

function signalGroup(demo: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-(demo.pid ?? 0), signal);
  } catch {
    // The whole group is gone already.
  }
}

/** The README's command, as a terminal starts it: in a process group of its own. */
async function startDemo(...flags: readonly string[]): Promise<{ demo: ChildProcess; url: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, SANDBOX_PORT: '0', CI: 'true' };
  const demo = spawn('npm', ['run', 'demo', '--', '--no-open', ...flags], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  demos.push(demo);
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), READY_WITHIN_MS);
    demo.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    });
    demo.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
    demo.once('exit', () => clearTimeout(timer));
  });
  return { demo, url };
}

/** Every process that belongs to the data folder: the demo, the bot, the database server. */
async function processesOf(folder: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['axe', '-o', 'pid=,command='], { maxBuffer: 64_000_000 });
  const lines = stdout.split('\n').filter((line) => line.includes(folder) && !line.includes('ps axe'));
  return lines.map((line) => Number.parseInt(line, 10)).filter((pid) => pid !== process.pid);
}

async function databaseQuery(sql: string): Promise<readonly Record<string, unknown>[]> {
  const password = (await readFile(join(dataDir, 'postgres/password'), 'utf8')).trim();
  const port = (await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[3];
  const client = new pg.Client({ connectionString: `postgresql://debiuty:${password}@127.0.0.1:${port}/debiuty` });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function goneWithin(milliseconds: number): Promise<number[]> {
  for (let waited = 0; waited < milliseconds; waited += 100) {
    const left = await processesOf(dataDir);
    if (left.length === 0) return left;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return await processesOf(dataDir);
}

test('the demo gets ready, serves the page with a connected bot, and Ctrl-C ends everything within 5 seconds', async () => {
  const { demo, url } = await startDemo();
  const status = (await (await fetch(`${url}/sandbox/status`)).json()) as {
    connections: number;
    violations: unknown[];
  };
  expect(status).toMatchObject({ connections: 1, violations: [] });
  expect(await (await fetch(url)).text()).toContain('<div id="root"');
  expect((await processesOf(dataDir)).length).toBeGreaterThanOrEqual(3);
  signalGroup(demo, 'SIGINT');
  expect(await goneWithin(5_000)).toEqual([]);
}, 90_000);

test('the bot of the demo follows the clock of its workspace', async () => {
  const { url } = await startDemo();
  const post = (path: string, body: object) =>
    fetch(`${url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
  expect((await post('clock', { ms: 40 * 24 * 3_600_000 })).ok).toBe(true);
  await post('act', { as: PEOPLE.admin, act: { do: 'open_home' } });
  const sql = `select "createdAt" - now() between '39 days' and '41 days' ahead from "Person"`;
  await vi.waitFor(async () => expect(await databaseQuery(sql)).toEqual([{ ahead: true }]), { timeout: 10_000 });
}, 90_000);

test('with --play a story begins of itself, shows on the page, and Ctrl-C in the middle of it ends everything', async () => {
  const { demo, url } = await startDemo('--play', '--speed', '1000');
  const scene = async () => ((await (await fetch(`${url}/sandbox/snapshot`)).json()) as Snapshot).scene;
  await vi.waitFor(async () => expect(await scene()).toMatchObject({ chapter: 2, of: 9 }), { timeout: 60_000 });
  signalGroup(demo, 'SIGINT');
  expect(await goneWithin(5_000)).toEqual([]);
}, 150_000);

test('killed with -9 in whatever part and started again, the demo has the data it had', async () => {
  const first = await startDemo();
  await databaseQuery(`create table demo_kept as select 'before the kill' word`);
  signalGroup(first.demo, 'SIGKILL');
  const second = await startDemo();
  expect(await databaseQuery('select word from demo_kept')).toEqual([{ word: 'before the kill' }]);

  // Now the bot dies with it, and only the database server is left behind.
  for (const pid of await processesOf(dataDir)) {
    const command = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (command.trim() !== 'postgres') process.kill(pid, 'SIGKILL');
  }
  expect((await processesOf(dataDir)).length).toBeGreaterThan(0);
  const third = await startDemo();
  expect(await databaseQuery('select word from demo_kept')).toEqual([{ word: 'before the kill' }]);
  expect(await readFile(join(dataDir, 'bot.log'), 'utf8')).toContain('left by a killed run');
  expect(second.url).not.toBe('');
  signalGroup(third.demo, 'SIGINT');
  expect(await goneWithin(5_000)).toEqual([]);
}, 180_000);
