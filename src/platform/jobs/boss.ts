import { fromPrisma, PgBoss } from 'pg-boss';
import type { Ids } from '../../core/ids.ts';
import type { Log } from '../log.ts';
import { type CallListener, call, listenForCalls } from './calls.ts';
import { createLanes, type Lanes, type LaneWorker } from './lanes.ts';
import { runBatch, type Worker } from './worker.ts';

export type { LaneWorker } from './lanes.ts';
export type { Worker } from './worker.ts';
export { PermanentFailure } from './worker.ts';

/** What `enqueue` needs of a transaction; Prisma's transaction client has it. */
type JobTransaction = {
  readonly $queryRawUnsafe: <T = unknown>(query: string, ...values: unknown[]) => Promise<T>;
  readonly $executeRawUnsafe: (query: string, ...values: unknown[]) => Promise<number>;
};

export type EnqueueOptions = {
  /** Jobs of a queue with the same key never run at the same time. Without a key a job waits for no other. */
  readonly key?: string;
  /** Not before so many real seconds have passed, whatever the app's clock says meanwhile. */
  readonly afterSeconds?: number;
};

/** Durable work: written with the act that causes it, done at least once, retried, and never lost silently. */
export type Jobs = {
  /**
   * Adds a job inside the caller's transaction: it exists when the act is committed and not otherwise. `data` must
   * be plain JSON. Throws when no worker was started for the queue.
   */
  readonly enqueue: (tx: JobTransaction, queue: string, data: object, options?: EnqueueOptions) => Promise<void>;
  /**
   * Calls a lane in every process once the caller's transaction is committed. Only a call, nothing is stored: the
   * work is in the caller's own table, and a tick calls the lanes whose work is still there.
   */
  readonly wake: (tx: JobTransaction, queue: string, lane: string) => Promise<void>;
  /** Makes the queues, starts their workers, and listens for calls of lanes. */
  readonly start: (workers: readonly Worker[], lanes?: readonly LaneWorker[]) => Promise<void>;
  /** Takes no new jobs and turns and waits at most `patience` milliseconds (default 3 000) for those in hand; the rest runs again later. */
  readonly stop: (patience?: number) => Promise<void>;
  /** True between `start` and `stop`. */
  readonly running: () => boolean;
  /** How many jobs gave up after all their retries and wait for a person (1 000 at most are counted). */
  readonly deadLetters: () => Promise<number>;
  /** Puts jobs that gave up back into their queues; returns how many. */
  readonly retryDeadLetters: () => Promise<number>;
};

export type JobsOptions = {
  readonly url: string;
  readonly ids: Ids;
  readonly log: Log;
  /** How many times faster than with Slack itself failed work is tried again: that of the workspace; default 1. */
  readonly pace?: number;
};

/** Where jobs go that failed ten times: pg-boss keeps the queue they came from. */
const DEAD = 'dead-letters';

/** Seconds divided by the pace, no fewer than pg-boss takes. */
const paced = (seconds: number, pace: number, least: number): number => Math.max(least, Math.ceil(seconds / pace));

/**
 * Tries again after about 2, 4, 8 … seconds, at most 15 minutes apart: an outage of an hour loses nothing. A process
 * that died with a job in hand is noticed by its missing heartbeat: other work of the key waits half a minute at most.
 */
const retries = (pace: number) => ({
  retryLimit: 10,
  retryDelay: paced(2, pace, 1),
  retryBackoff: true,
  retryDelayMax: paced(900, pace, 1),
  expireInSeconds: 300,
  heartbeatSeconds: paced(20, pace, 10),
});

/** Durable jobs on pg-boss, in a schema of its own (`pgboss`) beside the product's tables. */
export function createJobs({ url, ids, log, pace = 1 }: JobsOptions): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'debiuty jobs',
    max: 4,
    useListenNotify: true,
    schedule: false,
    superviseIntervalSeconds: paced(10, pace, 1),
    monitorIntervalSeconds: paced(10, pace, 1),
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs: database trouble'));
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'jobs: warning'));
  let state: 'new' | 'running' | 'stopped' = 'new';
  let lanes: Lanes | null = null;
  let listener: CallListener | null = null;
  return {
    enqueue: async (tx, queue, data, options = {}) => {
      const id = ids.next();
      // One job in hand for each key is a rule of the queue, so a job without a key gets one of its own.
      const singletonKey = options.key ?? id;
      const startAfter = options.afterSeconds ? { startAfter: options.afterSeconds } : {};
      await boss.send(queue, data, { db: fromPrisma(tx), id, singletonKey, ...startAfter });
    },
    wake: call,
    start: async (workers, laneWorkers = []) => {
      await boss.start();
      await ensureQueues(boss, new Map([[DEAD, { retryLimit: 0 }]]));
      const settings = { ...retries(pace), policy: 'singleton', notify: true, deadLetter: DEAD } as const;
      await ensureQueues(boss, new Map(workers.map(({ queue }) => [queue, settings])));
      await Promise.all(workers.map((worker) => startWorker(boss, worker, log)));
      lanes = createLanes(laneWorkers, log);
      listener = await listenForCalls({ url, log, onCall: lanes.wake });
      state = 'running';
    },
    stop: async (patience = 3_000) => {
      if (state !== 'running') return;
      state = 'stopped';
      await listener?.stop();
      await Promise.all([lanes?.stop(patience), boss.stop({ graceful: true, timeout: patience, close: true })]);
    },
    running: () => state === 'running',
    deadLetters: async () => (await boss.findJobs(DEAD, { queued: true })).length,
    retryDeadLetters: () => boss.redrive(DEAD),
  };
}

type QueueSettings = NonNullable<Parameters<PgBoss['createQueue']>[1]>;

/** Makes the queues there are not, and changes those whose settings differ: usually one question and nothing to do. */
async function ensureQueues(boss: PgBoss, wanted: ReadonlyMap<string, QueueSettings>): Promise<void> {
  const known = new Map((await boss.getQueues([...wanted.keys()])).map((queue) => [queue.name, queue]));
  const ensure = async ([name, settings]: readonly [string, QueueSettings]) => {
    const found = known.get(name);
    if (!found) return await boss.createQueue(name, settings);
    const { policy: _fixed, ...changeable } = settings;
    const isSame = Object.entries(changeable).every(([key, value]) => found[key as keyof typeof found] === value);
    if (!isSame) await boss.updateQueue(name, changeable);
  };
  await Promise.all([...wanted].map(ensure));
}

async function startWorker(boss: PgBoss, worker: Worker, log: Log): Promise<void> {
  const options = {
    batchSize: worker.batchSize ?? 20,
    pollingIntervalSeconds: 1,
    // New jobs are announced; what comes due by time, a retry or the next job of a key, is found by asking.
    notifyPollingIntervalSeconds: 1,
    burstWhenBatchFull: true,
    perJobResults: true,
    includeMetadata: true,
  } as const;
  await boss.work<object, object, typeof options>(worker.queue, options, (jobs) => runBatch(worker, jobs, log));
}
