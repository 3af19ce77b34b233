import type { World } from '../world.ts';

const MOST_MS = 420_000;

/** Jobs that are not done, those that wait for a later try among them; what gave up is counted by itself. */
async function jobs({ db }: World): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE state < 'completed' AND name <> 'dead-letters'`;
  return row?.n ?? 0;
}

const notices = ({ db, sandbox }: World): Promise<number> =>
  db.notice.count({ where: { state: { in: ['pending', 'sending'] }, dueAt: { lte: new Date(sandbox.clock.now()) } } });

/** Waits until nothing is left to be done by the bots. Returns how long, in seconds. @throws after some minutes. */
export async function settle(world: World): Promise<number> {
  const begun = performance.now();
  const ask = async () => (await notices(world)) === 0 && (await jobs(world)) === 0;
  await world.sandbox.waitFor(ask, { timeoutMs: MOST_MS, everyMs: 250, what: 'everything to settle' });
  await world.sandbox.settled(300);
  return (performance.now() - begun) / 1_000;
}

/** Jobs that gave up after all their tries. */
export async function deadLetters({ db }: World): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job WHERE state < 'completed' AND name = 'dead-letters'`;
  return row?.n ?? 0;
}
