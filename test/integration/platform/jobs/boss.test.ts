import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { inTransaction } from '../../../../src/platform/db/transaction.ts';
import { createJobs, type Jobs, PermanentFailure, type Worker } from '../../../../src/platform/jobs/boss.ts';
import { silentLog } from '../../../../src/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { testIds } from '../../../support/ids.ts';

let database: TestDatabase;
let jobs: Jobs;
let series = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());
afterEach(() => jobs.stop());

async function started(...workers: Worker[]): Promise<Jobs> {
  series += 1;
  jobs = createJobs({ url: database.url, ids: testIds(series), log: silentLog() });
  await jobs.start(workers);
  return jobs;
}

const add = (queue: string, data: object, options?: { key?: string; afterSeconds?: number }) =>
  inTransaction(database.db, (tx) => jobs.enqueue(tx, queue, data, options));

test('a job that is enqueued in a transaction reaches its worker well under a second after the commit', async () => {
  const seen: unknown[] = [];
  await started({ queue: 'greet', run: async (data) => void seen.push(data) });
  await add('greet', { name: 'Ala' });
  await vi.waitFor(() => expect(seen).toEqual([{ name: 'Ala' }]), { timeout: 900, interval: 5 });
});

test('a job of a transaction that is rolled back never runs', async () => {
  const seen: unknown[] = [];
  await started({ queue: 'rolled-back', run: async (data) => void seen.push(data) });
  const failing = inTransaction(database.db, async (tx) => {
    await jobs.enqueue(tx, 'rolled-back', { number: 1 });
    throw new Error('changed our mind');
  });
  await expect(failing).rejects.toThrow('changed our mind');
  await add('rolled-back', { number: 2 });
  await vi.waitFor(() => expect(seen).toEqual([{ number: 2 }]));
});

test('jobs with one key never run at the same time, and all of them run; others run beside them', async () => {
  let now = 0;
  let most = 0;
  let mostOfA = 0;
  const perKey = new Map<string, number>();
  const done: string[] = [];
  await started({
    queue: 'keyed',
    run: async (data) => {
      const { key } = data as { key: string };
      now += 1;
      perKey.set(key, (perKey.get(key) ?? 0) + 1);
      most = Math.max(most, now);
      mostOfA = Math.max(mostOfA, perKey.get('a') ?? 0);
      await sleep(30);
      perKey.set(key, (perKey.get(key) ?? 0) - 1);
      now -= 1;
      done.push(key);
    },
  });
  await inTransaction(database.db, async (tx) => {
    for (const key of ['a', 'a', 'a', 'b', 'c']) await jobs.enqueue(tx, 'keyed', { key }, { key });
    for (let free = 0; free < 5; free += 1) await jobs.enqueue(tx, 'keyed', { key: 'free' });
  });
  await vi.waitFor(() => expect(done).toHaveLength(10), { timeout: 10_000 });
  expect(done.toSorted()).toEqual(['a', 'a', 'a', 'b', 'c', 'free', 'free', 'free', 'free', 'free']);
  expect(mostOfA).toBe(1);
  expect(most).toBeGreaterThan(3);
});

test('a failing job is tried again without repeating the others of its batch', async () => {
  const runs: string[] = [];
  await started({
    queue: 'flaky',
    run: async (data) => {
      const { name } = data as { name: string };
      runs.push(name);
      if (name === 'bad' && runs.filter((run) => run === 'bad').length === 1) throw new Error('first time');
    },
  });
  await inTransaction(database.db, async (tx) => {
    for (const name of ['good', 'bad', 'good too']) await jobs.enqueue(tx, 'flaky', { name });
  });
  await vi.waitFor(() => expect(runs.toSorted()).toEqual(['bad', 'bad', 'good', 'good too']), { timeout: 15_000 });
});

test('a job that cannot succeed waits as a dead letter and can be put back', async () => {
  let broken = true;
  const done: unknown[] = [];
  await started({
    queue: 'hopeless',
    run: async (data) => {
      if (broken) throw new PermanentFailure('no such channel');
      done.push(data);
    },
  });
  await add('hopeless', { name: 'Ola' });
  await vi.waitFor(async () => expect(await jobs.deadLetters()).toBe(1), { timeout: 5_000 });
  broken = false;
  expect(await jobs.retryDeadLetters()).toBe(1);
  await vi.waitFor(() => expect(done).toEqual([{ name: 'Ola' }]), { timeout: 12_000 });
});

test('stopping waits for the job in hand', async () => {
  let finished = false;
  let begun = false;
  await started({
    queue: 'slow',
    run: async () => {
      begun = true;
      await sleep(400);
      finished = true;
    },
  });
  await add('slow', {});
  await vi.waitFor(() => expect(begun).toBe(true));
  await jobs.stop();
  expect(finished).toBe(true);
  expect(jobs.running()).toBe(false);
});

test('the job of a process that died is soon done by another, not only when its time is up', async () => {
  const seen: unknown[] = [];
  jobs = createJobs({ url: database.url, ids: testIds(99), log: silentLog(), pace: 20 });
  await jobs.start([{ queue: 'orphaned', run: async (data) => void seen.push(data) }]);
  await add('orphaned', { number: 1 }, { afterSeconds: 3_600 });
  await database.db.$executeRaw`
    UPDATE pgboss.job SET state = 'active', started_on = now() - interval '30 seconds',
      heartbeat_on = now() - interval '30 seconds' WHERE name = 'orphaned'`;
  await vi.waitFor(() => expect(seen).toEqual([{ number: 1 }]), { timeout: 10_000 });
});

test('a job for a queue without a worker is refused at once, not lost', async () => {
  await started();
  await expect(add('nobody', {})).rejects.toThrow(/nobody/);
});

test('two processes that start together on an empty database share the queues, and each job runs once', async () => {
  const fresh = await createTestDatabase();
  const seen: unknown[] = [];
  const worker = { queue: 'shared', run: async (data: unknown) => void seen.push(data) };
  const two = [90, 91].map((number) => createJobs({ url: fresh.url, ids: testIds(number), log: silentLog() }));
  await Promise.all(two.map((each) => each.start([worker])));
  await Promise.all(two.map((each, index) => inTransaction(fresh.db, (tx) => each.enqueue(tx, 'shared', { index }))));
  await vi.waitFor(() => expect(seen).toHaveLength(2), { timeout: 5_000 });
  await sleep(1_200);
  expect(seen).toHaveLength(2);
  await Promise.all(two.map((each) => each.stop()));
  await fresh.drop();
}, 30_000);

test('a lane is called in every process when the act is committed, and not when it is rolled back', async () => {
  const turns: string[] = [];
  const lanes = [0, 1].map((number) => ({
    queue: 'lane',
    turn: async (lane: string) => {
      turns.push(`${number} ${lane}`);
      return null;
    },
  }));
  const two = lanes.map((_, number) => createJobs({ url: database.url, ids: testIds(95 + number), log: silentLog() }));
  await two[0]?.start([], lanes.slice(0, 1));
  await two[1]?.start([], lanes.slice(1));
  const failing = inTransaction(database.db, async (tx) => {
    await two[0]?.wake(tx, 'lane', 'channel:C0 z odstępem');
    throw new Error('changed our mind');
  });
  await expect(failing).rejects.toThrow('changed our mind');
  await inTransaction(database.db, async (tx) => two[0]?.wake(tx, 'lane', 'channel:C1 z odstępem'));
  await vi.waitFor(() => expect(turns.toSorted()).toEqual(['0 channel:C1 z odstępem', '1 channel:C1 z odstępem']));
  await Promise.all(two.map((each) => each.stop()));
});

test('a process whose listening connection is lost opens another', async () => {
  const turns: string[] = [];
  const lane = {
    queue: 'lane',
    turn: async (name: string) => {
      turns.push(name);
      return null;
    },
  };
  jobs = createJobs({ url: database.url, ids: testIds(98), log: silentLog() });
  await jobs.start([], [lane]);
  const cut = await database.db.$queryRaw<{ ended: boolean }[]>`
    SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
    WHERE application_name = 'debiuty lanes' AND datname = current_database()`;
  expect(cut).toEqual([{ ended: true }]);
  const call = async () => {
    await inTransaction(database.db, (tx) => jobs.wake(tx, 'lane', 'a'));
    expect(turns).toContain('a');
  };
  await vi.waitFor(call, { timeout: 10_000, interval: 200 });
});
