import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { availabilityOf, offeredTimes } from '../src/features/availability/public.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { Deps } from '../src/platform/deps.ts';
import { depsOn } from './support/bare-deps.ts';
import { addBookers, addExpert } from './support/bookers.ts';
import type { Booked, Wish } from './support/booking.ts';
import { median, quantile, report } from './support/stats.ts';

/** A Wednesday noon. */
const NOW = new Date('2026-03-18T12:00:00+01:00');
const PEOPLE = 1000;
const TIMES = 10;
const PROCESSES = 2;

const startBooker = (url: string): ChildProcess =>
  fork(new URL('./booker.ts', import.meta.url), {
    env: { PATH: process.env['PATH'], DATABASE_URL: url, NOW: NOW.toISOString() },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

/** What a process says next; that it has ended instead is an error. */
async function answerOf(booker: ChildProcess): Promise<readonly unknown[]> {
  const answered = new AbortController();
  const { signal } = answered;
  const ended = once(booker, 'exit', { signal }).then(([code]) => {
    throw new Error(`a process of bookers ended: ${code}`);
  });
  ended.catch(() => undefined);
  try {
    return await Promise.race([once(booker, 'message', { signal }), ended]);
  } finally {
    answered.abort();
  }
}

/** Everybody at once, half of them from each process. */
async function race(bookers: readonly ChildProcess[], how: 'ours' | 'bare', wishes: readonly Wish[]): Promise<Booked> {
  const each = Math.ceil(wishes.length / bookers.length);
  const answers = bookers.map(answerOf);
  for (const [n, booker] of bookers.entries()) booker.send({ how, wishes: wishes.slice(n * each, (n + 1) * each) });
  const all = (await Promise.all(answers)).map(([booked]) => booked as Booked);
  return {
    milliseconds: all.flatMap(({ milliseconds }) => milliseconds),
    won: all.reduce((sum, { won }) => sum + won, 0),
    next: all.flatMap(({ next }) => next),
  };
}

/** The first times that an expert offers. */
async function firstTimes({ db }: Deps, expertId: string): Promise<readonly Date[]> {
  const availability = (await availabilityOf(db, [expertId])).get(expertId);
  return availability ? offeredTimes(availability, { now: NOW }).map(({ start }) => start) : [];
}

/** A race for the first ten times of a new expert. */
async function round(deps: Deps, bookers: readonly ChildProcess[], how: 'ours' | 'bare'): Promise<number> {
  const expertId = await addExpert(deps, NOW);
  const places = await addBookers(deps, expertId, PEOPLE, NOW);
  const times = (await firstTimes(deps, expertId)).map((start) => start.toISOString());
  const wishes = places.map((place, n) => ({ ...place, expertId, start: times[n % TIMES] ?? '' }));
  const { milliseconds, won, next } = await race(bookers, how, wishes);
  if (won !== TIMES) throw new Error(`${won} of ${TIMES} times were given`);
  const named = new Set(times);
  const isTold = next.every((time) => time !== null && named.has(time));
  if (how === 'ours' && !isTold) throw new Error('somebody who came second was not told the next free time');
  return quantile(milliseconds, 0.99);
}

/** 1 000 people want 10 times at once, from two processes: ten get one, the others hear of the next free one at once. */
export async function bookings(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-bench-'));
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), newPassword: () => 'bench' });
  await migrate(server.url);
  const deps = await depsOn(server.url, NOW);
  const bookers = Array.from({ length: PROCESSES }, () => startBooker(server.url));
  await Promise.all(bookers.map(answerOf));
  const ratios: number[] = [];
  const rounds = quick ? 1 : 5;
  for (let n = -1; n < rounds; n += 1) {
    const bare = await round(deps, bookers, 'bare');
    const ours = await round(deps, bookers, 'ours');
    if (n >= 0) ratios.push(ours / bare);
    if (n === rounds - 1) report('bookings_of_1000_p99', ours, 'ms');
  }
  report('bookings_p99_to_bare_insert', median(ratios), 'ratio');
  for (const booker of bookers) booker.send('end');
  await Promise.all(bookers.map((booker) => once(booker, 'exit')));
  await deps.db.$disconnect();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
