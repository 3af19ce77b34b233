import { chanceOf } from '../test/support/trouble.ts';

/** Luck from a seed. Each part of the run draws from a stream of its own, so that one does not shift another. */
export type Luck = {
  /** From 0 to 1, without 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly one: <T>(of: readonly [T, ...T[]]) => T;
  /** True in this share of cases. */
  readonly happens: (share: number) => boolean;
};

/** @param stream a name: another one gives other numbers of the same seed. */
export function luckOf(seed: number, stream: string): Luck {
  const mixed = [...stream].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), seed | 0);
  const next = chanceOf(mixed);
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    one: (of) => of[whole(0, of.length - 1)] ?? of[0],
    happens: (share) => next() < share,
  };
}
