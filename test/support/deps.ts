import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../src/platform/db/client.ts';
import type { Deps, SourceFile } from '../../src/platform/deps.ts';
import { collectOffers, type Feature, type LaneHandler } from '../../src/platform/feature.ts';
import type { EnqueueOptions, Jobs } from '../../src/platform/jobs/boss.ts';
import { silentLog } from '../../src/platform/log.ts';
import { paceOf } from '../../src/platform/slack/pace.ts';
import { createSolver, type Solver } from '../../src/platform/solver/solver.ts';
import { type TestClock, testClock } from './clock.ts';
import { testIds } from './ids.ts';
import { type RecordingSlack, recordingSlack } from './slack.ts';

export type QueuedJob = { readonly queue: string; readonly data: object; readonly options: EnqueueOptions };

export type TestDeps = {
  readonly deps: Deps;
  readonly clock: TestClock;
  readonly slack: RecordingSlack;
  /** Jobs written so far and not yet run; jobs of a rolled-back act are here too, so look at the database for outcomes. */
  readonly queued: QueuedJob[];
  /** How long lanes waited between their turns, in milliseconds; nobody waits for it here. */
  readonly waits: number[];
  /** Runs the queued jobs and the lanes that were called, and those they write, by the features' own workers, until none is left. */
  readonly runQueued: () => Promise<void>;
};

const FOLDER = join(import.meta.dirname, '../../programmes');

/** The programme definitions of the project. */
export const programmeFiles = (): readonly SourceFile[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

function queueOnly(queued: QueuedJob[]): Jobs {
  return {
    enqueue: async (_tx, queue, data, options = {}) => {
      queued.push({ queue, data, options });
    },
    wake: async (_tx, queue, lane) => {
      queued.push({ queue, data: { lane }, options: {} });
    },
    start: async () => undefined,
    stop: async () => undefined,
    running: () => true,
    deadLetters: async () => 0,
    retryDeadLetters: async () => 0,
  };
}

let solver: Solver | null = null;

/** One thread for all tests of a file, started by the first that needs it; idle, it keeps nothing alive. */
export const solveForTests: Solver['solve'] = (program, options) => {
  solver ??= createSolver();
  return solver.solve(program, options);
};

/** Each `testDeps` has ids of its own, so that tests of one file may share a database. */
let made = 0;

/** Everything an operation needs, on a real database; jobs are kept in a list, Slack is `recordingSlack`. */
export function testDeps(db: Db, features: readonly Feature[] = []): TestDeps {
  made += 1;
  const clock = testClock();
  const slack = recordingSlack();
  const queued: QueuedJob[] = [];
  const deps: Deps = {
    clock,
    ids: testIds(made),
    db,
    jobs: queueOnly(queued),
    log: silentLog(),
    slack,
    pace: paceOf(1),
    solve: solveForTests,
    home: { teamId: 'T0TEST', botUserId: 'U0BOT' },
    programmeFiles: programmeFiles(),
    offers: collectOffers(features),
  };
  const waits: number[] = [];
  const runLane = async ({ turn }: LaneHandler, lane: string): Promise<void> => {
    for (let wait = await turn(deps, lane); wait !== null; wait = await turn(deps, lane)) {
      waits.push(wait);
      // That much time passes.
      await db.$executeRaw`UPDATE "Lane" SET "freeAt" = clock_timestamp()`;
    }
  };
  const runQueued = async (): Promise<void> => {
    for (let job = queued.shift(); job; job = queued.shift()) {
      const { queue, data } = job;
      const lane = features.flatMap((f) => f.lanes ?? []).find((handler) => handler.queue === queue);
      if (lane) {
        await runLane(lane, (data as { lane: string }).lane);
        continue;
      }
      await features
        .flatMap((f) => f.queues ?? [])
        .find((handler) => handler.queue === queue)
        ?.run(deps, data);
    }
  };
  return { deps, clock, slack, queued, waits, runQueued };
}
