import type { Attempt, AttemptResult, Transport } from '../delivery/transport.ts';

type Order = 'reverse' | 'shuffle';

/** The way to the app with what may happen on it: deliveries lost, held back, in another order (Slack contract 5.1). */
export type Line = {
  readonly send: (attempt: Attempt) => Promise<AttemptResult>;
  /** The next deliveries are lost on the way. */
  readonly dropNext: (times?: number) => void;
  /**
   * Holds the next deliveries back, then sends them one after another in another order.
   * @returns the way to let go of those held so far.
   */
  readonly reorder: (count: number, order?: Order) => () => void;
  /** How many are held back now. */
  readonly held: () => number;
};

const shuffled = <T>(items: readonly T[]): readonly T[] =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** @param isDown while true nothing gets through. */
export const createLine = (transport: Transport, isDown: () => boolean): Line => {
  let drops = 0;
  let toHold = 0;
  let release = (): void => {};
  const held: (() => Promise<void>)[] = [];

  const pass = (attempt: Attempt): Promise<AttemptResult> =>
    isDown()
      ? Promise.resolve({ outcome: 'failed', reason: 'connection_failed', lost: true })
      : transport.send(attempt);

  const send = (attempt: Attempt): Promise<AttemptResult> => {
    if (drops > 0) {
      drops -= 1;
      return Promise.resolve({ outcome: 'timeout', reason: 'http_timeout', lost: true });
    }
    if (toHold === 0) return pass(attempt);
    toHold -= 1;
    return new Promise((resolve) => {
      held.push(() => pass(attempt).then(resolve));
      if (toHold === 0) release();
    });
  };

  const reorder = (count: number, order: Order = 'reverse'): (() => void) => {
    toHold = count;
    release = () => {
      toHold = 0;
      const all = held.splice(0);
      const going = order === 'reverse' ? all.reverse() : shuffled(all);
      // Each is answered before the next goes out, so that they arrive in this order over any number of connections.
      void going.reduce((before, go) => before.then(go), Promise.resolve());
    };
    return () => release();
  };

  return {
    send,
    dropNext: (times = 1) => {
      drops += times;
    },
    reorder,
    held: () => held.length,
  };
};
