import type { SandboxClock } from '../world/clock.ts';

/** All of Slack gone for a while: nothing gets in or out (Slack contract 3.2, 4). */
export type Outage = {
  readonly isDown: () => boolean;
  /** @param ms on the sandbox's clock, after which it is back by itself; until `up` when absent. */
  readonly down: (ms?: number) => void;
  readonly up: () => void;
  /** What has to be cut at the moment it goes down. */
  readonly whenDown: (cut: () => void) => void;
};

export const createOutage = (clock: SandboxClock): Outage => {
  const cuts: (() => void)[] = [];
  let down = false;
  let forget = (): void => {};
  const up = (): void => {
    forget();
    down = false;
  };
  return {
    isDown: () => down,
    down: (ms) => {
      forget();
      down = true;
      if (ms !== undefined) forget = clock.after(ms, up);
      for (const cut of cuts) cut();
    },
    up,
    whenDown: (cut) => void cuts.push(cut),
  };
};
