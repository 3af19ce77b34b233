/**
 * The bot of the demo: everything as in production, but for the clock, which follows the workspace's, so that a whole
 * programme can be played. How far that one is ahead comes over the message channel, first of all when it starts.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { v7 as uuid } from 'uuid';
import type { RunningApp } from '../../src/app.ts';
import { boot } from '../../src/boot.ts';
import type { FromBot, Question, ToBot } from './bot-line.ts';
import { isBusy } from './busy.ts';

let offset = 0;
const listeners: (() => void)[] = [];

const move = (words: ToBot): void => {
  if (!('clockOffset' in words) || words.clockOffset === offset) return;
  offset = words.clockOffset;
  for (const tell of listeners) tell();
};

const ANSWERS = {
  upcoming: async (app: RunningApp) => {
    const next = await app.upcoming();
    return next && { at: next.at.getTime(), label: next.what };
  },
  busy: isBusy,
  catch_up: async (app: RunningApp) => {
    await app.tick();
    return true as const;
  },
};

const answer = async (app: RunningApp, { ask, n }: { readonly ask: Question; readonly n: number }): Promise<void> => {
  const words: FromBot = { n, answer: await ANSWERS[ask](app).catch(() => null) };
  process.send?.(words);
};

const first = once(process, 'message');
move((await first)[0] as ToBot);
process.on('message', move);

await boot({
  process,
  env: process.env,
  clock: { now: () => new Date(Date.now() + offset), onMove: (listener) => listeners.push(listener) },
  ids: { next: () => uuid() },
  newPassword: () => randomBytes(24).toString('hex'),
  onRunning: (app) =>
    process.on('message', (words: ToBot) => {
      if ('ask' in words) void answer(app, words);
    }),
});
