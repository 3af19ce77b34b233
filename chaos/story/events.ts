import type { Luck } from '../chance.ts';
import type { Stage } from '../stage.ts';
import { at, minutes } from './days.ts';

/** Something that people do at a moment. */
export type Event = {
  readonly at: number;
  /** Who does it: nobody does two things at once. */
  readonly who: string;
  readonly name: string;
  readonly act: (stage: Stage) => Promise<void>;
};

/** A moment of a working hour of a day between two of May or so, `2023-05-17` and the like. */
export function someMoment(luck: Luck, [from, to]: readonly [from: string, to: string]): number {
  const [first, last] = [at(`${from}T00:00`), at(`${to}T00:00`)];
  const day = first + minutes(1_440) * luck.whole(0, Math.round((last - first) / minutes(1_440)));
  return day + minutes(luck.whole(8 * 60, 20 * 60));
}
