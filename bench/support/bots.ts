import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Sandbox } from '../../sandbox/index.ts';

const ROOT = join(import.meta.dirname, '../..');

export type BotProcess = { readonly child: ChildProcess; readonly stop: () => Promise<void> };

const slackOf = (sandbox: Sandbox) => ({
  SLACK_BOT_TOKEN: sandbox.botToken,
  SLACK_APP_TOKEN: sandbox.appToken,
  SLACK_API_URL: sandbox.apiUrl,
});

/** Starts a program of the project as a process of its own, with nothing but the given environment. */
function startProgram(file: string, env: Readonly<Record<string, string>>): BotProcess {
  const child = spawn(process.execPath, [join(ROOT, file)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], ...env },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    child,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The bot by its production entry point. */
export const startOurs = (sandbox: Sandbox, env: Readonly<Record<string, string>>): BotProcess =>
  startProgram('src/main.ts', { ...slackOf(sandbox), LOG_LEVEL: 'warn', ...env });

export const startBare = (sandbox: Sandbox, viewFile: string): BotProcess =>
  startProgram('bench/bare-bot.ts', { ...slackOf(sandbox), VIEW_FILE: viewFile });

/** Waits until the bot has its socket open. */
export const connected = (sandbox: Sandbox): Promise<true> =>
  sandbox.waitFor(() => sandbox.delivery.connections() > 0, { timeoutMs: 30_000, what: 'the bot to connect' });
