/**
 * `npm run demo`: a local Slack workspace, the bot as in production, and a page to act in.
 *
 * Flags and variables: `--no-open` opens no browser; `--play` plays the whole path of eight organisations by itself, in
 * a workspace that begins anew each time (`--language pl|en`, `--speed 2`); `SANDBOX_PORT` (3999, or any free port where
 * that is taken); `DATA_DIR` (./data/demo) keeps the workspace and the database from one run to the next.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { takeOwnership } from '../src/platform/db/embedded/owner.ts';
import { type Bot, startBot } from './demo/bot.ts';
import { openBrowser } from './demo/browser.ts';
import { type Options, readOptions } from './demo/options.ts';
import { whenOrphaned } from './demo/orphaned.ts';
import { PLAY_PACE, playFolder, playInDemo, playWorkspace } from './demo/play.ts';
import { choosePort, freePort } from './demo/port.ts';
import { type Sandbox, startSandbox } from './index.ts';
import { buildPage } from './page/build.ts';

/** A demo that was just killed needs a moment until its bot and database are down. */
const WAIT_FOR_LAST_MS = 10_000;
const BOT_STOPS_WITHIN_MS = 4_700;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Things to close, the last opened first. */
const closing: (() => Promise<void>)[] = [];
let stopping: Promise<never> | undefined;

const stop = (code: number): Promise<never> => {
  const closeAll = async (): Promise<never> => {
    for (const close of closing.toReversed()) await close().catch((error: unknown) => say(String(error)));
    process.exit(code);
  };
  stopping ??= closeAll();
  return stopping;
};

let bot: Bot | undefined;

const openSandbox = async (dataDir: string, { play }: Options): Promise<Sandbox> => {
  const port = await choosePort(process.env['SANDBOX_PORT']);
  const sandbox = await startSandbox({
    manifest: join(import.meta.dirname, '../manifest.yml'),
    port,
    stateFile: join(dataDir, 'workspace.json'),
    pageDir: await buildPage(),
    nextMoment: async () => (await bot?.upcoming()) ?? null,
    isBusy: async () => (await bot?.isBusy()) ?? false,
    ...(play && playWorkspace(play)),
  });
  closing.push(sandbox.stop);
  sandbox.onChange(({ changed }) => {
    if (changed === 'clock') bot?.moveClock(offsetOf(sandbox));
  });
  return sandbox;
};

/** How far the workspace's clock is ahead of the machine's, or behind. */
const offsetOf = ({ clock }: Sandbox): number => clock.now() - Date.now();

const openBot = async (sandbox: Sandbox, dataDir: string, pace: number): Promise<Bot> => {
  const { botToken, appToken, apiUrl } = sandbox;
  const logFile = join(dataDir, 'bot.log');
  const port = (await freePort(0)) ?? 0;
  const clockOffset = offsetOf(sandbox);
  const started = await startBot({ botToken, appToken, apiUrl, dataDir, port, logFile, clockOffset, pace });
  closing.push(() => started.stop(BOT_STOPS_WITHIN_MS));
  void started.ended.then((code) => {
    if (stopping !== undefined) return;
    say(`The bot ended by itself (code ${code}). It wrote: ${logFile}`);
    void stop(1);
  });
  return started;
};

const sayUnlessStopping = (line: string): void => {
  if (stopping === undefined) say(line);
};

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const { play } = options;
  say('Starting a local Slack workspace, the page and the bot …');
  const ownDir = resolve(process.env['DATA_DIR'] || './data/demo');
  await mkdir(ownDir, { recursive: true });
  closing.push(await takeOwnership(ownDir, WAIT_FOR_LAST_MS));
  const dataDir = play ? await playFolder(ownDir) : ownDir;
  const sandbox = await openSandbox(dataDir, options);
  bot = await openBot(sandbox, dataDir, play ? PLAY_PACE : 1);
  await bot.ready();
  say(`ready ${sandbox.url}`);
  if (options.open) openBrowser(sandbox.url);
  if (play) await playInDemo(play, { sandbox, bot, say: sayUnlessStopping });
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
whenOrphaned(() => void stop(0));
await main().catch(async (error: unknown) => {
  if (stopping !== undefined) return;
  say(error instanceof Error ? error.message : String(error));
  await stop(1);
});
