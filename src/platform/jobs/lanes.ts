import type { Log } from '../log.ts';

/** Work that goes on in lanes: in order and at a pace within each, and each regardless of the others. */
export type LaneWorker = {
  readonly queue: string;
  /**
   * Takes one step in the lane and answers in how many milliseconds it wants the next; null when nothing is left.
   * Never run twice at once for one lane in this process. What it works on is in a table of its own: a call to look
   * there may be lost, and come twice.
   */
  readonly turn: (lane: string) => Promise<number | null>;
};

export type Lanes = {
  /** Something may have come for the lane: it is looked at now, or as soon as its turn is over. */
  readonly wake: (queue: string, lane: string) => void;
  /** Begins no further turn and waits at most `patience` milliseconds for those under way. */
  readonly stop: (patience: number) => Promise<void>;
};

type Lane = { isRunning: boolean; wokenMeanwhile: boolean; timer: NodeJS.Timeout | null; due: number };

/** So many turns at once, so that a thousand lanes neither exhaust the database's connections nor storm Slack. */
const MOST_AT_ONCE = 50;
/** A lane that goes on by itself within this time is not looked at once more. */
const SOON_MS = 1_000;
/** After a turn that threw: the database is away, as a rule. */
const TROUBLE_MS = 5_000;

type Runner = {
  readonly turn: (queue: string, lane: string) => Promise<number | null>;
  readonly lanes: Map<string, Lane>;
  readonly running: Set<Promise<void>>;
  /** Lanes whose turn it is, waiting for a place among the running. */
  readonly line: (() => void)[];
  isStopped: boolean;
};

/** Takes the lane's turn as soon as there is a place, and sets the alarm for the next. */
function begin(runner: Runner, queue: string, lane: string, state: Lane): void {
  if (state.timer) clearTimeout(state.timer);
  state.timer = null;
  state.isRunning = true;
  const go = async (): Promise<void> => {
    state.wokenMeanwhile = false;
    const next = await runner.turn(queue, lane);
    state.isRunning = false;
    const wait = state.wokenMeanwhile ? 0 : next;
    if (runner.isStopped || wait === null) return void runner.lanes.delete(`${queue} ${lane}`);
    state.due = performance.now() + wait;
    state.timer = setTimeout(() => begin(runner, queue, lane, state), wait);
  };
  const run = (): void => {
    const work = go().finally(() => {
      runner.running.delete(work);
      if (!runner.isStopped) runner.line.shift()?.();
    });
    runner.running.add(work);
  };
  if (runner.running.size < MOST_AT_ONCE) run();
  else runner.line.push(run);
}

/** Runs the turns of the lanes that were woken, in this process. */
export function createLanes(workers: readonly LaneWorker[], log: Log): Lanes {
  const turns = new Map(workers.map(({ queue, turn }) => [queue, turn]));
  const turn = async (queue: string, lane: string): Promise<number | null> => {
    try {
      return (await turns.get(queue)?.(lane)) ?? null;
    } catch (error) {
      log.error({ queue, lane, err: error }, 'a turn failed and will be tried again');
      return TROUBLE_MS;
    }
  };
  const runner: Runner = { turn, lanes: new Map(), running: new Set(), line: [], isStopped: false };
  return {
    wake: (queue, lane) => {
      if (runner.isStopped || !turns.has(queue)) return;
      const key = `${queue} ${lane}`;
      const state = runner.lanes.get(key) ?? { isRunning: false, wokenMeanwhile: false, timer: null, due: 0 };
      runner.lanes.set(key, state);
      if (state.isRunning) state.wokenMeanwhile = true;
      else if (!state.timer || state.due - performance.now() > SOON_MS) begin(runner, queue, lane, state);
    },
    stop: async (patience) => {
      runner.isStopped = true;
      for (const { timer } of runner.lanes.values()) if (timer) clearTimeout(timer);
      const late = new Promise((done) => setTimeout(done, patience).unref());
      await Promise.race([Promise.all(runner.running), late]);
    },
  };
}
