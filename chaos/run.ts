import { setTimeout as sleep } from 'node:timers/promises';
import { type Bots, startBots } from './bots.ts';
import { luckOf } from './chance.ts';
import { createKiller } from './kills.ts';
import type { Options } from './options.ts';
import { addPeople } from './people.ts';
import { play } from './play.ts';
import type { Stage } from './stage.ts';
import { type Story, storyOf } from './story/index.ts';
import { deliverAgain, trouble } from './trouble.ts';
import { judge } from './verdict/index.ts';
import { openWorld, PACE, type World } from './world.ts';

const SAY = (line: string): void => void process.stdout.write(`${line}\n`);
const AGAIN = 0.1;
/** So often people try again; a channel may take a minute and more where everything fails so often. */
const PATIENCE = 60;
const AT_ONCE = 5;

/** Notices that are due and neither sent nor given up. */
const due = ({ db, sandbox }: World): Promise<number> =>
  db.notice.count({ where: { state: { in: ['pending', 'sending'] }, dueAt: { lte: new Date(sandbox.clock.now()) } } });

function stageOf(world: World, bots: Bots, seed: number): Stage {
  const { sandbox, db } = world;
  const reachable = async (): Promise<void> => {
    await sandbox.waitFor(() => sandbox.delivery.connections() > 0, { timeoutMs: 120_000, what: 'a bot to connect' });
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

const seconds = (since: number): number => Math.round((performance.now() - since) / 1_000);

type Played = { readonly world: World; readonly bots: Bots; readonly story: Story };

/** Plays the story with kills and faults. Gives what people could not do. */
async function suffer({ world, bots, story }: Played, { seed, kills }: Options): Promise<readonly string[]> {
  const { sandbox } = world;
  const begun = performance.now();
  const stage = stageOf(world, bots, seed);
  const events = story.events.length;
  const killer = createKiller({ sandbox, luck: luckOf(seed, 'kills'), kills, events, kill: bots.kill });
  const doubles = luckOf(seed, 'doubles');
  let doubled = 0;
  await stage.reachable();
  trouble(sandbox, luckOf(seed, 'faults'));
  const failures = await play(stage, story, {
    begins: ({ at, name }, index) => {
      stage.note(`${seconds(begun)} s ${new Date(at).toISOString()} ${name}; kills ${killer.done()}`);
      killer.begin(index);
    },
    ended: async () => {
      if (doubles.happens(AGAIN) && (await deliverAgain(sandbox))) doubled += 1;
    },
  });
  await killer.finish(stage.reachable);
  SAY(`${events} events, ${killer.done()} kills, ${doubled} double deliveries, ${sandbox.calls.length} calls of Slack`);
  SAY(`played in ${seconds(begun)} s`);
  return failures;
}

/** Plays the story, lets everything settle, and judges. True when all holds. */
export async function run(options: Options): Promise<boolean> {
  const { seed, kills, processes, organisations, months, keep } = options;
  SAY(
    `chaos --seed ${seed} --kills ${kills} --processes ${processes} --organisations ${organisations} --months ${months}`,
  );
  const world = await openWorld();
  const { sandbox, databaseUrl, folder } = world;
  const story = storyOf(seed, organisations, months);
  addPeople(sandbox, story.organisations);
  const bots = startBots({ sandbox, databaseUrl, processes, folder, pace: PACE });
  const end = async (isKept: boolean): Promise<void> => {
    await bots.stop();
    await world.close(isKept);
    if (isKept) SAY(`the bots' logs and the database: ${folder}`);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end(keep).then(() => process.exit(1)));
  let isFine = false;
  try {
    const failures = await suffer({ world, bots, story }, options);
    isFine = await judge({ world, story, isWhole: months >= 4, failures, say: SAY });
  } finally {
    await end(keep || !isFine);
  }
  return isFine;
}
