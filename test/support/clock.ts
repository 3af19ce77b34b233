import type { Clock } from '../../src/core/clock.ts';

export type TestClock = Clock & {
  /** Sets the moment; `iso` carries its offset, such as `2023-05-07T23:59:59.999+02:00`. */
  readonly set: (iso: string) => void;
  /** Moves on by this many milliseconds. */
  readonly advance: (milliseconds: number) => void;
};

/** A clock that stands still until the test moves it. */
export function testClock(iso = '2024-03-01T10:00:00.000+01:00'): TestClock {
  let moment = parse(iso);
  return {
    now: () => new Date(moment),
    set: (next) => {
      moment = parse(next);
    },
    advance: (milliseconds) => {
      moment += milliseconds;
    },
  };
}

function parse(iso: string): number {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) throw new RangeError(`not a moment: ${iso}`);
  return moment;
}
