import type { Sandbox } from '../sandbox/index.ts';
import type { Luck } from './chance.ts';

/** A kill that waits for its moment: at so many calls from now, before or after the call's effect; or by time. */
type Armed = { readonly stage: 'before' | 'after'; left: number; readonly timer: NodeJS.Timeout | null };

export type Killer = {
  /** The next event of the story begins. */
  readonly begin: (index: number) => void;
  /** How many were killed so far. */
  readonly done: () => number;
  /** Has the kills that found no moment in the story happen now, one after another. */
  readonly finish: (ready: () => Promise<void>) => Promise<void>;
};

const MOST_CALLS = 5;
const MOST_MS = 500;
const BY_TIME = 0.25;

type Options = {
  readonly sandbox: Sandbox;
  readonly luck: Luck;
  readonly kills: number;
  readonly events: number;
  readonly kill: (index: number) => void;
};

/** For each event how many kills are meant for it. */
function spread(kills: number, events: number, luck: Luck): ReadonlyMap<number, number> {
  const meant = new Map<number, number>();
  for (let n = 0; n < kills; n += 1) {
    const event = luck.whole(0, events - 1);
    meant.set(event, (meant.get(event) ?? 0) + 1);
  }
  return meant;
}

/** Has something told of each call, before and after its effect. No faults of their own: they only see it pass. */
function watch({ fault }: Sandbox, pass: (stage: Armed['stage']) => void): void {
  for (const stage of ['before', 'after'] as const) {
    const when = () => {
      pass(stage);
      return false;
    };
    fault({ method: '*', kind: 'delay', ms: 0, stage, times: Number.POSITIVE_INFINITY, when });
  }
}

/** One kill at a time, with a count of those that wait to be armed. */
function weapon(luck: Luck, kill: (index: number) => void) {
  let [waiting, done] = [0, 0];
  let armed: Armed | null = null;
  const strike = (): void => {
    if (armed?.timer) clearTimeout(armed.timer);
    armed = null;
    done += 1;
    kill(luck.whole(0, 11));
  };
  const arm = (isByTime = luck.happens(BY_TIME)): void => {
    if (armed || waiting === 0) return;
    waiting -= 1;
    const stage = luck.one(['before', 'after'] as const);
    const [left, ms] = [luck.whole(1, MOST_CALLS), luck.whole(0, MOST_MS)];
    armed = { stage, left, timer: isByTime ? setTimeout(strike, ms) : null };
  };
  const pass = (stage: Armed['stage']): void => {
    if (!armed || armed.timer || armed.stage !== stage) return;
    armed.left -= 1;
    if (armed.left === 0) strike();
  };
  return {
    ...{
      arm,
      pass,
      strike,
      done: () => done,
      isLeft: () => waiting > 0 || armed !== null,
      isArmed: () => armed !== null,
    },
    add: (more: number): void => {
      waiting += more;
    },
  };
}

/** Spreads kills over the events of a story. Each strikes within the event it is for or, when nothing is called, later. */
export function createKiller({ sandbox, luck, kills, events, kill }: Options): Killer {
  const meant = spread(kills, events, luck);
  const gun = weapon(luck, kill);
  watch(sandbox, gun.pass);
  return {
    begin: (index) => {
      gun.add(meant.get(index) ?? 0);
      gun.arm();
    },
    done: gun.done,
    finish: async (ready) => {
      while (gun.isLeft()) {
        gun.arm(true);
        await ready();
        await sandbox.waitFor(() => !gun.isArmed(), { timeoutMs: 2_000 }).catch(gun.strike);
      }
    },
  };
}
