import { type ScheduledTask, schedule, validate } from 'node-cron';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../log.ts';

/** Work at set moments. It only asks "what is due at `now`?" and is idempotent, so several processes may tick. */
export type Tick = {
  readonly name: string;
  /** A cron expression, read in the zone of `startTicks`. */
  readonly cron: string;
  readonly run: (now: Date) => Promise<void>;
};

export type Ticks = {
  /** Starts no further run and waits for those under way, at most `patience` milliseconds (default 3 000). */
  readonly stop: (patience?: number) => Promise<void>;
};

export type TickOptions = { readonly clock: Clock; readonly log: Log; readonly zone: string };

/**
 * Starts the ticks. A tick whose last run is still going is left out; a run that fails is logged and the next one
 * comes as if nothing had happened. Throws at once for a malformed cron expression.
 */
export function startTicks(ticks: readonly Tick[], { clock, log, zone }: TickOptions): Ticks {
  for (const tick of ticks) {
    if (!validate(tick.cron)) throw new Error(`The tick "${tick.name}" has no valid cron expression: ${tick.cron}`);
  }
  const underWay = new Map<string, Promise<void>>();
  const fire = (tick: Tick): void => {
    if (underWay.has(tick.name)) {
      log.warn({ tick: tick.name }, 'tick left out: its last run is still going');
      return;
    }
    underWay.set(
      tick.name,
      runOnce(tick, clock.now(), log).finally(() => underWay.delete(tick.name)),
    );
  };
  const tasks: ScheduledTask[] = ticks.map((tick) =>
    schedule(tick.cron, () => fire(tick), { timezone: zone, suppressMissedWarning: true }),
  );
  return {
    stop: async (patience = 3_000) => {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.race([Promise.all(underWay.values()), new Promise((done) => setTimeout(done, patience).unref())]);
    },
  };
}

/** One run of a tick; its failure is logged, never thrown. */
export async function runOnce(tick: Tick, now: Date, log: Log): Promise<void> {
  try {
    await tick.run(now);
  } catch (error) {
    log.error({ tick: tick.name, err: error }, 'tick failed');
  }
}
