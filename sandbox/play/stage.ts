import type { Sandbox } from '../index.ts';
import type { Scene } from '../page-api.ts';
import type { Language, Words } from './words.ts';

/**
 * Where a story is played: before somebody who watches, or at full speed in a test. It holds a workspace and the way to
 * let time pass, and no database: people of a story know what they see.
 */
export type Stage = {
  readonly sandbox: Sandbox;
  /** Of most of the people; see `languageOf`. */
  readonly language: Language;
  /** The bot does what has come due by the workspace's clock. */
  readonly catchUp: () => Promise<void>;
  /** When the bot does something by itself next, in milliseconds since 1970; null when nothing is known. */
  readonly upcoming: () => Promise<number | null>;
  /** Gives whoever watches the time to see what was done, and what a line says. */
  readonly breath: (of: 'act' | 'step' | 'chapter') => Promise<void>;
  /** Shows what is going on. */
  readonly show: (scene: Scene) => void;
};

/** A part of the story that is told and seen as one. */
export type Chapter = {
  readonly key: string;
  readonly title: Words;
  readonly play: (scenes: Scenes) => Promise<void>;
};

/** What a chapter needs to have people act. */
export type Scenes = {
  readonly stage: Stage;
  /** One thing that is done, in a sentence; shown before it happens. */
  readonly step: (who: string, line: Words, act: (player: Player) => Promise<void>) => Promise<void>;
  /** The person, without a sentence of their own. */
  readonly as: (who: string) => Player;
  /** Time goes on to a moment of Warsaw's summer time, such as `2023-05-05T10:00`; what is due on the way is done. */
  readonly until: (civil: string) => Promise<void>;
};

type Driver = ReturnType<Sandbox['as']>;

/** A person of the story: sees, clicks, fills, at a pace one can follow. */
export type Player = Driver & {
  /** The words in the language that this person reads. */
  readonly t: (pl: string, en: string) => string;
  /** Waits until words stand in a channel or, without one, in the open form. @throws when they do not come. */
  readonly sees: (words: string, channel?: string) => Promise<void>;
  /** Presses a button of the newest message with these words in a channel or, without one, in the talk with the app. */
  readonly pressIn: (label: string, about: string, channel?: string) => Promise<void>;
  /** Sends the open form. @throws with what is wrong by field when it is not taken. */
  readonly send: () => Promise<void>;
  /** Closes what is open. */
  readonly putAway: () => Promise<void>;
};
