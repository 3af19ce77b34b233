import { setTimeout as sleep } from 'node:timers/promises';
import { type Bots, startBots } from './bots.ts';
import { luckOf } from './chance.ts';
import { createKiller } from './kills.ts';
import type { Options } from './options.ts';
import { addPeople } from './people.ts';
import { play } from './play.ts';
import type { Stage } from './stage.ts';
import { storyOf } from './story/index.ts';
import { deliverAgain, trouble } from './trouble.ts';
import { judge } from './verdict/index.ts';
import { openWorld, PACE, type World } from './world.ts';

const SAY = (line: string): void => void process.stdout.write(`${line}\n`);
const AGAIN = 0.1;
const PATIENCE = 16;
const AT_ONCE = 5;

/** Notices that are due and neither sent nor given up. */
const due = ({ db, sandbox }: World): Promise<number> =>
  db.notice.count({ where: { state: { in: ['pending', 'sending'] }, dueAt: { lte: new Date(sandbox.clock.now()) } } });

function stageOf(world: World, bots: Bots, seed: number): Stage {
  const { sandbox, db } = world;
  const reachable = async (): Promise<void> => {
    await sandbox.waitFor(() => sandbox.delivery.connections() > 0, { timeoutMs: 30_000, what: 'a bot to connect' });
  };
  return {
    ...{ sandbox, db, as: sandbox.as, patience: PATIENCE, atOnce: AT_ONCE, watchMs: 2_000, reachable },
    goTo: async (moment) => {
      sandbox.clock.advance(Math.max(0, moment - sandbox.clock.now()));
      bots.moveClock();
      await sleep(30);
      const none = async () => (await due(world)) === 0;
      await sandbox.waitFor(none, { timeoutMs: 1_500, everyMs: 20 }).catch(() => undefined);
    },
    upcoming: bots.upcoming,
    luck: luckOf(seed, 'people'),
    note: process.env['CHAOS_SAYS'] ? SAY : () => undefined,
  };
}

/** Plays the story with kills and faults, lets everything settle, and judges. True when all holds. */
export async function run(options: Options): Promise<boolean> {
  const { seed, kills, processes, organisations, months, keep } = options;
  SAY(
    `chaos: --seed ${seed} --kills ${kills} --processes ${processes} --organisations ${organisations} --months ${months}`,
  );
  const begun = performance.now();
  const world = await openWorld();
  const { sandbox, databaseUrl, folder } = world;
  const story = storyOf(seed, organisations, months);
  addPeople(sandbox, story.organisations);
  const bots = startBots({ sandbox, databaseUrl, processes, folder, pace: PACE });
  const killer = createKiller({
    sandbox,
    luck: luckOf(seed, 'kills'),
    kills,
    events: story.events.length,
    kill: bots.kill,
  });
  const stage = stageOf(world, bots, seed);
  const doubles = luckOf(seed, 'doubles');
  let isFine = false;
  try {
    await stage.reachable();
    trouble(sandbox, luckOf(seed, 'faults'));
    let doubled = 0;
    const failures = await play(stage, story, {
      begins: (event, index) => {
        if (process.env['CHAOS_SAYS'])
          SAY(
            `${((performance.now() - begun) / 1000).toFixed(1)} s ${new Date(event.at).toISOString()} ${event.name}; kills ${killer.done()}`,
          );
        killer.begin(index);
      },
      ended: async () => {
        if (doubles.happens(AGAIN) && (await deliverAgain(sandbox))) doubled += 1;
      },
    });
    await killer.finish(stage.reachable);
    SAY(
      `played ${story.events.length} events with ${killer.done()} kills and ${doubled} double deliveries in ${Math.round((performance.now() - begun) / 1000)} s`,
    );
    isFine = await judge({ world, story, isWhole: months >= 4, failures, say: SAY });
  } finally {
    await bots.stop();
    await world.close(keep || !isFine);
    if (!isFine) SAY(`the bots' logs and the database: ${folder}`);
  }
  return isFine;
}
