import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { notify, notifyAll } from '../src/features/notices/public.ts';
import { connectDatabase, type Db } from '../src/platform/db/client.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { inTransaction } from '../src/platform/db/transaction.ts';
import { createJobs } from '../src/platform/jobs/boss.ts';
import { silentLog } from '../src/platform/log.ts';
import { connected, startOurs } from './support/bots.ts';
import { addRooms } from './support/rooms.ts';
import { median, report } from './support/stats.ts';

const MANIFEST = join(import.meta.dirname, '../manifest.yml');
const ROOMS = 60;
/** How many times faster than Slack the workspace lets the bot post, and the bot posts; 1 is Slack's own pace. */
const PACE = 1;
const WARM_UP = 3;
/** So many notices for each channel are written by one act. */
const PER_ACT = 5;

type Writer = { readonly db: Db; readonly deps: Parameters<typeof notify>[0]; readonly cohortId: string };

/** What an act has at hand when it writes notices, and something undelivered, so that their renderer has words. */
async function openWriter(url: string): Promise<Writer> {
  const db = connectDatabase({ url });
  const ids = { next: () => uuid() };
  const jobs = createJobs({ url, ids, log: silentLog() });
  const cohortId = uuid();
  await db.notice.create({ data: { ...row(cohortId, 'nowhere'), state: 'failed', failure: 'is_archived' } });
  return { db, deps: { clock: { now: () => new Date() }, ids, jobs }, cohortId };
}

const row = (cohortId: string, target: string) => ({
  ...{
    id: uuid(),
    kind: 'bench.row',
    params: { cohortId, reason: 'archived' },
    targetKind: 'channel',
    target,
    cohortId,
  },
  ...{ key: uuid(), state: 'dropped', attempts: 0, dueAt: new Date(), createdAt: new Date() },
});

/** Its words are those of the notice about undelivered ones, which asks the database for their number. */
const spec = ({ deps, cohortId }: Writer, channel: string) => ({
  ...{ kind: 'notices.undelivered', params: { cohortId, reason: 'archived' }, to: { channel } },
  ...{ key: uuid(), at: deps.clock.now() },
});

/** Milliseconds from the first act that writes notices, so many for each channel, until the last is in its channel. */
async function send(writer: Writer, sandbox: Sandbox, rooms: readonly string[], perRoom: number): Promise<number> {
  const { messages } = sandbox.world.state;
  const posted = () => rooms.reduce((sum, room) => sum + (messages[room]?.length ?? 0), 0);
  const goal = posted() + perRoom * rooms.length;
  const begun = performance.now();
  for (let written = 0; written < perRoom; written += PER_ACT) {
    const round = Array.from({ length: Math.min(PER_ACT, perRoom - written) }, () => rooms);
    const specs = round.flat().map((room) => spec(writer, room));
    await inTransaction(writer.db, (tx) => notifyAll(writer.deps, tx, specs));
  }
  await sandbox.waitFor(() => posted() >= goal, { timeoutMs: 300_000, everyMs: 10, what: 'the last notice' });
  return performance.now() - begun;
}

/** One notice in a transaction of its own, in turns with a plain insert of the same row; acts a second of each. */
async function writing(writer: Writer, rounds: number): Promise<void> {
  const rates = { notify: [] as number[], insert: [] as number[] };
  const ways = {
    notify: () => inTransaction(writer.db, (tx) => notify(writer.deps, tx, spec(writer, 'C0NOBODY00'))),
    insert: () => writer.db.notice.createMany({ data: [row(writer.cohortId, 'C0NOBODY00')], skipDuplicates: true }),
  };
  for (let round = -2; round < rounds; round += 1) {
    for (const way of round % 2 === 0 ? (['notify', 'insert'] as const) : (['insert', 'notify'] as const)) {
      const begun = performance.now();
      for (let count = 0; count < 50; count += 1) await ways[way]();
      if (round >= 0) rates[way].push(50_000 / (performance.now() - begun));
    }
  }
  report('delivery_notices_written', median(rates.notify), 'per_s');
  report('delivery_plain_inserts', median(rates.insert), 'per_s');
  report('delivery_written_to_inserts', median(rates.notify) / median(rates.insert), 'ratio');
}

/** Sending to 60 channels, against the limit that Slack sets; and writing notices, against plain inserts. */
export async function delivery(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-bench-'));
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), newPassword: () => 'bench' });
  await migrate(server.url);
  const writer = await openWriter(server.url);
  await writing(writer, quick ? 5 : 20);
  await writer.db.notice.deleteMany({ where: { target: 'C0NOBODY00' } });
  const sandbox = await startSandbox({ manifest: MANIFEST, pace: PACE });
  const rooms = addRooms(sandbox, ROOMS);
  const bot = startOurs(sandbox, { DATABASE_URL: server.url, SLACK_PACE: String(PACE) });
  await connected(sandbox);
  const perRoom = quick ? 10 : 50;
  await send(writer, sandbox, rooms, WARM_UP);
  await sleep(2_000 / PACE);
  const taken = await send(writer, sandbox, rooms, perRoom);
  // Between n posts there are n - 1 pauses; the burst that Slack would forgive is not counted on.
  report('delivery_time_to_slacks_limit', taken / (((perRoom - 1) * 1_000) / PACE), 'ratio');
  const refused = sandbox.calls.filter((call) => call.error === 'ratelimited').length;
  report('delivery_rate_limited', refused, 'calls');
  await bot.stop();
  await sandbox.stop();
  await writer.db.$disconnect();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
