import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { features } from '../src/features/index.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { Deps } from '../src/platform/deps.ts';
import { depsOn } from './support/bare-deps.ts';
import { addCohorts, addDeadlines, makeDue } from './support/many.ts';
import { median, report } from './support/stats.ts';

/** A Wednesday noon, a week's digest long said. */
const NOW = new Date('2026-03-18T12:00:00+01:00');
const TICKS = ['obligations.remind', 'obligations.digest', 'deadlines.overdue', 'notices_due'];

/** Milliseconds that each tick takes to find the few things that are due, and to note that it has looked. */
async function look(deps: Deps, rounds: number): Promise<ReadonlyMap<string, number>> {
  const ticks = features.flatMap((feature) => feature.ticks ?? []).filter(({ name }) => TICKS.includes(name));
  const taken = new Map(ticks.map(({ name }) => [name, [] as number[]]));
  for (let round = -5; round < rounds; round += 1) {
    await makeDue(deps.db, NOW);
    for (const { name, run } of ticks) {
      const begun = performance.now();
      await run(deps, NOW);
      if (round >= 0) taken.get(name)?.push(performance.now() - begun);
    }
  }
  return new Map([...taken].map(([name, times]) => [name, median(times)]));
}

/** The ticks that find what is due, with 30, 3 000 and 300 000 open deadlines, as many matters, and as many notices for later. */
export async function due(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-bench-'));
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), newPassword: () => 'bench' });
  await migrate(server.url);
  const deps = await depsOn(server.url, NOW);
  await addCohorts(deps, NOW);
  const sizes = [30, 3000, quick ? 30_000 : 300_000];
  let before = 0;
  let least: ReadonlyMap<string, number> | undefined;
  for (const size of sizes) {
    await addDeadlines(deps.db, before, size, NOW);
    before = size;
    const times = await look(deps, quick ? 20 : 60);
    least ??= times;
    for (const [name, time] of times) {
      const tick = name.replace('.', '_');
      report(`due_${tick}_of_${size}`, 1000 / time, 'per_s');
      report(`due_${tick}_${size}_to_least`, time / (least.get(name) ?? time), 'ratio');
    }
  }
  await deps.db.$disconnect();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
