import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../sandbox/demo/port.ts';
import { startOurs } from './support/bots.ts';
import { openCrowd } from './support/crowd.ts';
import { median, report } from './support/stats.ts';

async function untilReady(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 5));
  }
}

/** From the start of the process to a ready bot, with an embedded database that exists already. */
export async function startUp(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-bench-'));
  const { sandbox } = await openCrowd(0);
  const times: number[] = [];
  // The first start makes the database; it is not counted.
  for (let round = 0; round <= (quick ? 2 : 7); round += 1) {
    const port = (await freePort(0)) ?? 0;
    const begun = performance.now();
    const bot = startOurs(sandbox, { DATA_DIR: folder, PORT: String(port) });
    await untilReady(port);
    if (round > 0) times.push(performance.now() - begun);
    else report('start_up_first_time', performance.now() - begun, 'ms');
    await bot.stop();
  }
  report('start_up_median', median(times), 'ms');
  report('start_up_slowest', Math.max(...times), 'ms');
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
}
