import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Layout } from './cluster.ts';
import { commandFor, type Programs, programEnvironment } from './programs.ts';

/** A server that accepts connections on 127.0.0.1. */
export type RunningServer = { readonly pid: number; readonly port: number; readonly child: ChildProcess };

const READY_WITHIN_MS = 60_000;
/** Log lines of a start that fails for a passing reason: a port just taken, workers of a killed server still ending. */
const PASSING = /could not bind|could not create any TCP\/IP sockets|shared memory block/;

/** Starts the server on a free port and waits until it is ready; tries again for reasons that pass by themselves. */
export async function startServer(
  layout: Layout,
  programs: Programs,
  account: Account,
  flags: readonly string[],
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = await launch(layout, programs, account, [...settings(port), ...flags]);
    if (await isReady(child, layout)) return { pid: child.pid ?? 0, port, child };
    const log = (await readFile(layout.log, 'utf8')).trim().split('\n').slice(-5).join('\n');
    if (attempt >= 20 || !PASSING.test(log)) throw new Error(`The database server did not start:\n${log}`);
    await sleep(500);
  }
}

function settings(port: number): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Its own process group, so that Ctrl-C in a terminal reaches the bot alone and the bot stops the server last. */
async function launch(layout: Layout, programs: Programs, account: Account, args: string[]): Promise<ChildProcess> {
  const log = await open(layout.log, 'w', 0o600);
  const [command, rest] = commandFor(account, programs.postgres, ['-D', layout.cluster, ...args]);
  const { uid, gid } = account;
  const child = spawn(command, rest, {
    detached: true,
    cwd: layout.folder,
    env: programEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  await log.close();
  return child;
}

async function isReady(child: ChildProcess, layout: Layout): Promise<boolean> {
  const note = join(layout.cluster, 'postmaster.pid');
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 10) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const lines = (await readFile(note, 'utf8').catch(() => '')).split('\n');
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
    await sleep(10);
  }
  child.kill('SIGQUIT');
  return false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
