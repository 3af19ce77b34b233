import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { botLine } from '../sandbox/demo/bot-line.ts';
import type { Sandbox } from '../sandbox/index.ts';

const MAIN = join(import.meta.dirname, '../sandbox/demo/bot-main.ts');
/** A bot that ends by itself so often is not killed by us but broken. */
const MOST_OWN_ENDS = 25;

export type BotsOptions = {
  readonly sandbox: Sandbox;
  readonly databaseUrl: string;
  readonly processes: number;
  readonly folder: string;
  readonly pace: number;
};

export type Bots = {
  /** Kills one with -9, whatever it is doing; it is started again at once. */
  readonly kill: (index: number) => void;
  /** The workspace's clock was moved. */
  readonly moveClock: () => void;
  readonly upcoming: () => Promise<number | null>;
  /** How many run, started or starting. */
  readonly alive: () => number;
  /** How often one ended without having been killed. */
  readonly ownEnds: () => number;
  readonly stop: () => Promise<void>;
};

type One = { child: ChildProcess; line: ReturnType<typeof botLine> };

/** Bot processes as in production but for the clock; whichever ends is started again, as a supervisor does. */
export function startBots(options: BotsOptions): Bots {
  const { sandbox, databaseUrl, processes, folder, pace } = options;
  const bots: One[] = [];
  let isOver = false;
  let ownEnds = 0;
  const offset = (): number => sandbox.clock.now() - Date.now();

  const start = (index: number): void => {
    const log = openSync(join(folder, `bot-${index + 1}.log`), 'a', 0o600);
    const child = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        ...{ PATH: process.env['PATH'], DATABASE_URL: databaseUrl, DATA_DIR: folder, LOG_LEVEL: 'warn' },
        ...{ SLACK_BOT_TOKEN: sandbox.botToken, SLACK_APP_TOKEN: sandbox.appToken },
        ...{ SLACK_API_URL: sandbox.apiUrl, SLACK_PACE: String(pace) },
      },
    });
    const line = botLine(child);
    bots[index] = { child, line };
    line.moveClock(offset());
    child.once('exit', (_code, signal) => {
      if (isOver) return;
      if (signal !== 'SIGKILL') ownEnds += 1;
      if (ownEnds > MOST_OWN_ENDS) throw new Error(`The bot ended by itself ${ownEnds} times; see ${folder}`);
      start(index);
    });
  };
  for (let index = 0; index < processes; index += 1) start(index);

  return {
    kill: (index) => bots[index % processes]?.child.kill('SIGKILL'),
    moveClock: () => {
      for (const { line } of bots) line.moveClock(offset());
    },
    upcoming: async () => (await bots[0]?.line.upcoming())?.at ?? null,
    alive: () => bots.filter(({ child }) => child.exitCode === null && child.signalCode === null).length,
    ownEnds: () => ownEnds,
    stop: async () => {
      isOver = true;
      for (const { child } of bots) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
    },
  };
}
