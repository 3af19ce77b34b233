import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** What happens next by itself in the bot. */
type Upcoming = { readonly at: number; readonly label: string };

/** What the demo can ask its bot, with what it answers. `catch_up`: once everything due is begun. */
type Answers = {
  readonly upcoming: Upcoming | null;
  readonly busy: boolean;
  readonly catch_up: true;
};
export type Question = keyof Answers;

/** What the demo says to its bot, and the bot to the demo, over their message channel. `n` tells answers apart. */
export type ToBot = { readonly clockOffset: number } | { readonly ask: Question; readonly n: number };
/** Null: it could not be found out. */
export type FromBot = { readonly n: number; readonly answer: Answers[Question] | null };

const PATIENCE_MS = 2_000;
/** All that was due in months may take a while. */
const LONG_PATIENCE_MS = 60_000;

/** The demo's end of the line. A bot that is gone or busy is not waited for long. */
export const botLine = (child: ChildProcess) => {
  const waiting = new Map<number, (answer: FromBot['answer']) => void>();
  let asked = 0;
  child.on('message', (words) => {
    const { n, answer } = words as FromBot;
    waiting.get(n)?.(answer);
    waiting.delete(n);
  });
  const say = (words: ToBot): void => {
    if (child.connected) child.send(words, () => undefined);
  };
  const ask = async <Q extends Question>(question: Q, patience = PATIENCE_MS): Promise<Answers[Q] | null> => {
    if (!child.connected) return null;
    asked += 1;
    const n = asked;
    const answer = new Promise<FromBot['answer']>((resolve) => waiting.set(n, resolve));
    say({ ask: question, n });
    const first = await Promise.race([answer, sleep(patience, null, { ref: false })]);
    waiting.delete(n);
    return first as Answers[Q] | null;
  };
  return {
    moveClock: (clockOffset: number) => say({ clockOffset }),
    /** Null when nothing is set or it does not answer. */
    upcoming: () => ask('upcoming'),
    /** Whether it still works on something. */
    isBusy: async (): Promise<boolean> => (await ask('busy')) ?? false,
    /** The bot does what has come due by its clock. */
    catchUp: async (): Promise<void> => void (await ask('catch_up', LONG_PATIENCE_MS)),
  };
};
