import { WARSAW } from './core/calendar/index.ts';
import type { Deps } from './platform/deps.ts';
import { collectOffers, type Feature, type Upcoming } from './platform/feature.ts';
import { runOnce, startTicks, type Ticks } from './platform/jobs/cron.ts';
import type { Connection } from './platform/slack/connection.ts';
import { slackGateway } from './platform/slack/gateway.ts';
import type { Identify } from './platform/slack/interaction.ts';
import { listen } from './platform/slack/listen.ts';
import { collect } from './platform/slack/registry.ts';
import { underway } from './platform/slack/underway.ts';

/** What `main` opens and hands in; the rest of `Deps` is made here. */
export type AppDeps = Omit<Deps, 'slack' | 'home' | 'offers'> & { readonly connection: Connection };

export type AppParts = { readonly features: readonly Feature[]; readonly identify: Identify; readonly command: string };

export type RunningApp = {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** True while Slack's messages reach us. */
  readonly ready: () => boolean;
  /** How many interactions are being worked on. */
  readonly underway: () => number;
  /** Runs every tick once, as of now by the app's clock: for those who set the clock themselves. */
  readonly tick: () => Promise<void>;
  /** The next moment at which something happens by itself, in any feature; null when nothing is set. */
  readonly upcoming: () => Promise<Upcoming | null>;
  readonly deps: Deps;
};

/** Runs `work` after each call, once at a time: calls that come meanwhile are answered by one more run. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}

/** The nearest of what the features expect. */
async function nearest(features: readonly Feature[], deps: Deps): Promise<Upcoming | null> {
  const now = deps.clock.now();
  const all = await Promise.all(features.map((feature) => feature.upcoming?.(deps, now) ?? null));
  const known = all.filter((one) => one !== null);
  return known.reduce<Upcoming | null>((first, one) => (first && first.at <= one.at ? first : one), null);
}

/** Puts features, Slack, jobs and ticks together. Nothing is opened before `start`. */
export async function createApp(given: AppDeps, parts: AppParts): Promise<RunningApp> {
  const { connection, ...rest } = given;
  const { features, identify, command } = parts;
  const home = await connection.whoAmI();
  const deps: Deps = { ...rest, home, slack: slackGateway(connection.client), offers: collectOffers(features) };
  for (const feature of features) feature.check?.(deps);
  const work = underway();
  listen(connection.app, { deps, identify, underway: work }, collect(features), command);
  const workers = features
    .flatMap((f) => f.queues ?? [])
    .map(({ queue, run }) => ({ queue, run: (data: unknown) => run(deps, data) }));
  const lanes = features
    .flatMap((f) => f.lanes ?? [])
    .map(({ queue, turn }) => ({ queue, turn: (lane: string) => turn(deps, lane) }));
  const due = features
    .flatMap((f) => f.ticks ?? [])
    .map(({ name, cron, run }) => ({ name, cron, run: (now: Date) => run(deps, now) }));
  // An outage longer than a job's own retries must not need a person: what gave up is tried again.
  const redrive = {
    name: 'dead letters',
    cron: '*/30 * * * *',
    run: async () => void (await deps.jobs.retryDeadLetters()),
  };
  let ticks: Ticks | null = null;
  const tick = async (ticks: typeof due = due) => {
    for (const one of ticks) await runOnce(one, deps.clock.now(), deps.log);
  };
  return {
    deps,
    start: async () => {
      await deps.jobs.start(workers, lanes);
      ticks = startTicks([...due, redrive], { clock: deps.clock, log: deps.log, zone: WARSAW });
      await connection.start();
      deps.clock.onMove?.(oneAtATime(() => tick([...due, redrive])));
    },
    stop: async () => {
      await connection.stop();
      await work.idle(1_500);
      await ticks?.stop();
      await deps.jobs.stop();
    },
    underway: work.count,
    tick: () => tick(),
    upcoming: () => nearest(features, deps),
    ready: () => connection.connected() && deps.jobs.running(),
  };
}
