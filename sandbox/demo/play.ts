import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeOwnership } from '../../src/platform/db/embedded/owner.ts';
import type { Sandbox, SandboxOptions } from '../index.ts';
import type { Scene } from '../page-api.ts';
import { playStory } from '../play/index.ts';
import { seedStory } from '../play/seed.ts';
import type { Stage } from '../play/stage.ts';
import { BEGINS } from '../play/time.ts';
import { sayIn } from '../play/words.ts';
import type { Bot } from './bot.ts';
import type { PlayOptions } from './options.ts';

/** So many times faster than Slack, so that nobody waits for the posts of months. */
export const PLAY_PACE = 50;

/** How long whoever watches gets to see an act, to read a line, to see that a chapter begins; in milliseconds. */
const BREATHS = { act: 700, step: 1_200, chapter: 3_000 } as const;

/** The bot of a story that was killed needs a moment until it and its database are down. */
const WAIT_FOR_LAST_MS = 10_000;

/** An empty folder of its own: a story always begins anew, and leaves what is kept of the usual demo alone. */
export const playFolder = async (dataDir: string): Promise<string> => {
  const folder = join(dataDir, 'play');
  const database = join(folder, 'postgres');
  await mkdir(database, { recursive: true });
  const release = await takeOwnership(database, WAIT_FOR_LAST_MS);
  await release();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
};

/** The workspace of a story: the spring in which it begins, running on, and its people. */
export const playWorkspace = ({ language }: PlayOptions): Pick<SandboxOptions, 'now' | 'seed' | 'pace'> => {
  const begun = performance.now();
  const now = (): number => BEGINS + Math.floor(performance.now() - begun);
  return { now, seed: seedStory(language), pace: PLAY_PACE };
};

/** Prints each chapter and each step once. */
const printer = (say: (line: string) => void) => {
  let [title, step] = ['', ''];
  return (scene: Scene): void => {
    if (scene.title !== title) say(`\n${scene.chapter}/${scene.of} ${scene.title}`);
    if (scene.step !== step && scene.step !== '') say(`    ${scene.step}`);
    [title, step] = [scene.title, scene.step];
  };
};

type Playing = { readonly sandbox: Sandbox; readonly bot: Bot; readonly say: (line: string) => void };

/**
 * Plays the story before whoever watches the page, which stays in their hands. A story that cannot go on, such as after
 * somebody moved the clock beyond a closing, says where and ends; the workspace stays open.
 */
export const playInDemo = async (options: PlayOptions, { sandbox, bot, say }: Playing): Promise<void> => {
  const { language, speed } = options;
  const t = sayIn(language);
  const print = printer(say);
  const stage: Stage = {
    sandbox,
    language,
    catchUp: bot.catchUp,
    upcoming: async () => (await bot.upcoming())?.at ?? null,
    breath: (of) => sleep(BREATHS[of] / speed),
    show: (scene) => {
      print(scene);
      sandbox.show(scene);
    },
  };
  const close = (title: string, step: string): void => {
    const place = { as: null, at: null };
    say(`\n${title}. ${step}`);
    sandbox.show({ chapter: 0, of: 0, title, step, place });
  };
  try {
    await playStory(stage);
    close(
      t('Koniec historii', 'The end of the story'),
      t('Ta przestrzeń jest teraz w Twoich rękach. Ctrl-C kończy.', 'The workspace is yours now. Ctrl-C ends it.'),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    close(t('Historia się zatrzymała', 'The story has stopped'), why);
  }
};
