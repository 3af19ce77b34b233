import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { connected, startBare, startOurs } from './support/bots.ts';
import { type Crowd, openAtOnce, openCrowd } from './support/crowd.ts';
import { writeOpenCall } from './support/open-call.ts';
import { median, quantile, report } from './support/stats.ts';

const PEOPLE_AT_ONCE = 20;
const WARM_UP = 4;

/** The first modal somebody got, as a view to be opened again. */
async function modalOf(crowd: Crowd, text: string): Promise<string> {
  const [first] = crowd.people;
  if (!first) throw new Error('an empty crowd');
  await crowd.sandbox.as(first).slash('#debiuty', `/debiuty ${text}`);
  const [view] = await crowd.sandbox.waitFor(() =>
    crowd.sandbox.world.modals(first).length > 0 ? crowd.sandbox.world.modals(first) : null,
  );
  if (!view) throw new Error('no modal');
  await crowd.sandbox.as(first).close();
  return JSON.stringify({ ...view.body, type: 'modal' });
}

async function rounds(ours: Crowd, bare: Crowd, count: number): Promise<{ ours: number[]; bare: number[] }> {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = -WARM_UP; round < count; round += 1) {
    // In turns, and in changing order, so that neither has the machine to itself.
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const who of order) {
      const taken = await openAtOnce(who === 'ours' ? ours : bare, 'apply');
      if (round >= 0) times[who].push(...taken);
    }
  }
  return times;
}

/** From the slash command to the opened form of an application, 20 people at once, against a bare Bolt app with the same modal. */
export async function openedModal(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-bench-'));
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), newPassword: () => 'bench' });
  await migrate(server.url);
  await writeOpenCall(server.url);
  const [ours, bare] = await Promise.all([openCrowd(PEOPLE_AT_ONCE), openCrowd(PEOPLE_AT_ONCE)]);
  const bot = startOurs(ours.sandbox, { DATABASE_URL: server.url });
  await connected(ours.sandbox);
  const viewFile = join(folder, 'view.json');
  await writeFile(viewFile, await modalOf(ours, 'apply'));
  const yardstick = startBare(bare.sandbox, viewFile);
  await connected(bare.sandbox);
  const times = await rounds(ours, bare, quick ? 5 : 40);
  for (const who of ['ours', 'bare'] as const) {
    report(`opened_modal_${who}_median`, median(times[who]), 'ms');
    report(`opened_modal_${who}_p99`, quantile(times[who], 0.99), 'ms');
  }
  report('opened_modal_median_to_bare', median(times.ours) / median(times.bare), 'ratio');
  report('opened_modal_p99_to_bare', quantile(times.ours, 0.99) / quantile(times.bare, 0.99), 'ratio');
  await Promise.all([bot.stop(), yardstick.stop()]);
  await Promise.all([ours.sandbox.stop(), bare.sandbox.stop()]);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
