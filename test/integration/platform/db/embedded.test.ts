import { type ChildProcess, fork, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAlive, waitForExit } from '../../../../src/platform/db/embedded/processes.ts';
import { DataFolderInUse, type EmbeddedPostgres, startEmbeddedPostgres } from '../../../../src/platform/db/embedded.ts';

const FAST = ['-c', 'fsync=off'];
const HOLDER = join(import.meta.dirname, '../../../support/hold-postgres.ts');

let parent: string;
let folder: string;
const servers: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'debiuty-embedded-'));
  folder = join(parent, 'postgres');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await rm(parent, { recursive: true, force: true });
});

async function start(patience = 100): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, newPassword: () => "it's a p@ss/word", flags: FAST, patience });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the server in another process, as the bot does, and returns that process with the server's id. */
async function startElsewhere(): Promise<{ holder: ChildProcess; url: string; postgres: number }> {
  const holder = fork(HOLDER, [folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  children.push(holder);
  const { url, pid } = await new Promise<{ url: string; pid: number }>((resolve) => {
    holder.once('message', (message) => resolve(message as { url: string; pid: number }));
  });
  return { holder, url, postgres: pid };
}

async function killHard(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

describe('the embedded PostgreSQL', () => {
  test('speaks UTF-8, keeps UTC, and sorts by the Polish alphabet', async () => {
    const { url } = await start();
    const towns = `select string_agg(town, ' ' order by town) towns from unnest(array['Zgierz','Łódź','Lublin','Ćmielów','Cieszyn','Żory']) town`;
    expect(await query(url, towns)).toEqual([{ towns: 'Cieszyn Ćmielów Lublin Łódź Zgierz Żory' }]);
    expect(await query(url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    expect(await query(url, 'show timezone')).toEqual([{ TimeZone: 'UTC' }]);
  });

  test('keeps its data over a stop and a start, and its password from others', async () => {
    const first = await start();
    await query(first.url, 'create table kept (id int)');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(second.orphan).toBe('none');
    expect(await query(second.url, 'select * from kept')).toEqual([]);
    expect((await stat(join(folder, 'password'))).mode & 0o077).toBe(0);
    await expect(query(second.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
  });

  test('works in a folder that only its owner may enter', async () => {
    await chmod(parent, 0o700);
    const { url } = await start();
    expect(await query(url, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  test('a server orphaned by kill -9 is stopped and its data is there', async () => {
    const { holder, url, postgres } = await startElsewhere();
    await query(url, `create table kept as select 'before the kill' word`);
    await killHard(holder);
    expect(isAlive(postgres)).toBe(true);
    const server = await start();
    expect(server.orphan).toBe('stopped');
    expect(isAlive(postgres)).toBe(false);
    expect(await query(server.url, 'select word from kept')).toEqual([{ word: 'before the kill' }]);
  });

  test('a server that was itself killed with -9 is recovered', async () => {
    const { holder, url, postgres } = await startElsewhere();
    await query(url, `create table kept as select 'before the kill' word`);
    await killHard(holder);
    process.kill(postgres, 'SIGKILL');
    await waitForExit(postgres, 5_000);
    const server = await start();
    expect(server.orphan).toBe('stale');
    expect(await query(server.url, 'select word from kept')).toEqual([{ word: 'before the kill' }]);
  });

  test('a process that only got the number of an old server is left alone', async () => {
    await (await start()).stop();
    const stranger = spawn('sleep', ['30']);
    children.push(stranger);
    const note = [
      stranger.pid,
      join(folder, 'cluster'),
      0,
      5432,
      '',
      '127.0.0.1',
      '     0         0',
      'ready',
      '',
    ].join('\n');
    await writeFile(join(folder, 'cluster/postmaster.pid'), note);
    const server = await start();
    expect(server.orphan).toBe('stale');
    expect(stranger.exitCode).toBe(null);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
  });

  test('a mark left by a dead process, or by another one that has its number now, is taken over', async () => {
    await (await start()).stop();
    for (const owner of [
      { pid: 999_999_999, born: 'x' },
      { pid: process.ppid, born: 'another life' },
      'not even JSON',
    ]) {
      await writeFile(join(folder, 'owner.json'), JSON.stringify(owner));
      await (await start()).stop();
    }
  });

  test('a folder used by a living instance is refused, and that instance is not disturbed', async () => {
    const { url } = await startElsewhere();
    const refused = start();
    await expect(refused).rejects.toThrow(DataFolderInUse);
    await expect(refused).rejects.toThrow(/in use by another running instance \(process \d+\).*DATA_DIR/s);
    expect(await query(url, 'select 1 one')).toEqual([{ one: 1 }]);
  });

  test('an instance that is just ending is waited for', async () => {
    const { holder } = await startElsewhere();
    setTimeout(() => holder.send('stop'), 300);
    await expect(start(10_000)).resolves.toMatchObject({ orphan: 'none' });
  });

  test('data of another major version is refused with what to do', async () => {
    await (await start()).stop();
    await writeFile(join(folder, 'cluster/PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/PostgreSQL 15.*needs 18.*Dump/s);
  });

  test('its environment holds nothing of ours', async () => {
    const { pid } = await start();
    if (process.platform !== 'linux') return;
    expect(await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')).not.toMatch(/SLACK|NODE|npm/);
  });
});
