import { type ChildProcess, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { botLine } from './bot-line.ts';

const MAIN = join(import.meta.dirname, 'bot-main.ts');
const READY_WITHIN_MS = 90_000;
const POLL_MS = 50;

/** What the bot gets of its environment: what production would give it, and the way to programs. */
export type BotSettings = {
  readonly botToken: string;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly dataDir: string;
  readonly port: number;
  /** Everything the bot writes goes here. */
  readonly logFile: string;
  /** How far the workspace's clock is ahead now, in milliseconds. */
  readonly clockOffset: number;
  /** How many times faster than Slack's own limits it may speak. */
  readonly pace: number;
};

export type Bot = {
  /** Waits until the bot says that it is ready. @throws when it ends or does not become ready. */
  readonly ready: () => Promise<void>;
  /** Resolves with the exit code when the bot ends, asked or not. */
  readonly ended: Promise<number | null>;
  /** Asks it to end and waits; kills it after `patience` milliseconds. */
  readonly stop: (patience: number) => Promise<void>;
} & ReturnType<typeof botLine>;

/**
 * Starts the bot as `src/main.ts` does, with the workspace's clock in place of the machine's. It is in a process group of its own, so that Ctrl-C reaches the demo
 * alone; and it has a message channel to the demo, whose end, however the demo ended, makes it stop cleanly.
 */
export const startBot = async (settings: BotSettings): Promise<Bot> => {
  const log = await open(settings.logFile, 'w', 0o600);
  const child = spawn(process.execPath, [MAIN], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: settings.botToken,
      SLACK_APP_TOKEN: settings.appToken,
      SLACK_API_URL: settings.apiUrl,
      DATA_DIR: settings.dataDir,
      PORT: String(settings.port),
      SLACK_PACE: String(settings.pace),
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('exit', resolve).once('error', reject);
  });
  await log.close();
  const line = botLine(child);
  line.moveClock(settings.clockOffset);
  return {
    ready: () => waitUntilReady(child, settings),
    ended,
    stop: (patience) => stopBot(child, ended, patience),
    ...line,
  };
};

const waitUntilReady = async (child: ChildProcess, { port, logFile }: BotSettings): Promise<void> => {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += POLL_MS) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The bot ended at its start. It wrote: ${logFile}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Error(`The bot did not become ready. It wrote: ${logFile}`);
};

const stopBot = async (child: ChildProcess, ended: Promise<number | null>, patience: number): Promise<void> => {
  if (child.connected) child.disconnect();
  const late = await Promise.race([ended, sleep(patience, 'late' as const, { ref: false })]);
  if (late === 'late') child.kill('SIGKILL');
  await ended;
};
