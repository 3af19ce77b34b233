import type { PersonDriver, Sandbox } from '../sandbox/index.ts';
import type { Db } from '../src/platform/db/client.ts';
import type { Luck } from './chance.ts';

/** Where the story is played: calmly with the app in hand, or with bots that are killed. */
export type Stage = {
  readonly sandbox: Sandbox;
  /** To look at only: nobody in the story writes to it. */
  readonly db: Db;
  readonly as: (id: string) => PersonDriver;
  /** How often somebody tries before they give up; 1 where nothing goes wrong. */
  readonly patience: number;
  /** How many people act at the same time. */
  readonly atOnce: number;
  /** How long somebody looks at the screen for an answer, in milliseconds. */
  readonly watchMs: number;
  /** Waits until the bot can be reached at all. */
  readonly reachable: () => Promise<void>;
  /** Moves the clock to a moment; what is due is done or at least begun. */
  readonly goTo: (moment: number) => Promise<void>;
  /** When the bot does something by itself next; null when it does not say. */
  readonly upcoming: () => Promise<number | null>;
  /** What only users decide, when things do not work. */
  readonly luck: Luck;
  readonly note: (line: string) => void;
};
