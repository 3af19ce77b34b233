import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the demo says to its bot, and the bot to the demo, over their message channel. */
export type ToBot = { readonly clockOffset: number } | { readonly ask: 'upcoming' };
export type FromBot = { readonly upcoming: { readonly at: number; readonly label: string } | null };

const PATIENCE_MS = 2_000;

/** The demo's end of the line. A bot that is gone or busy is not waited for long. */
export const botLine = (child: ChildProcess) => {
  const say = (words: ToBot): void => {
    if (child.connected) child.send(words, () => undefined);
  };
  const upcoming = async (): Promise<FromBot['upcoming']> => {
    if (!child.connected) return null;
    const answer = new Promise<FromBot['upcoming']>((resolve) => {
      child.once('message', (words) => resolve((words as FromBot).upcoming));
    });
    say({ ask: 'upcoming' });
    return await Promise.race([answer, sleep(PATIENCE_MS, null, { ref: false })]);
  };
  return { moveClock: (clockOffset: number) => say({ clockOffset }), upcoming };
};
