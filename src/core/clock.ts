/** The present moment, handed in so that nothing but `main.ts` reads the machine's clock. */
export type Clock = {
  readonly now: () => Date;
  /** Tells the listener each time somebody moved the clock ahead; a machine's own clock is never moved. */
  readonly onMove?: (listener: () => void) => void;
};

/** A clock that always says the same moment; `iso` carries its offset, such as `2023-05-07T23:59:59.999+02:00`. */
export function fixedClock(iso: string): Clock {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) throw new RangeError(`not a moment: ${iso}`);
  return { now: () => new Date(moment) };
}
