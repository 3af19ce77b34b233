import type { Actor } from '../../core/actor.ts';
import type { Deps } from '../../platform/deps.ts';
import type { CommandHandler, EventHandler } from '../../platform/slack/handlers.ts';
import type { Home } from '../../platform/slack/message.ts';
import { ephemeral, nothing, showHome } from '../../platform/slack/reply.ts';
import { helpMessage, homeView } from './views.ts';

const linesFor = (deps: Deps, actor: Actor): string[] =>
  deps.offers.commands.map((command) => command.help(actor, actor.locale)).filter((line) => line !== null);

export const helpCommand: CommandHandler = {
  words: ['', 'help', 'pomoc'],
  help: () => null,
  run: async ({ deps, actor }) => ephemeral(helpMessage(actor, linesFor(deps, actor), null)),
};

/** `?` marks the handler of words nobody knows. */
export const unknownCommand: CommandHandler = {
  words: ['?'],
  help: () => null,
  run: async ({ deps, actor }, text) => ephemeral(helpMessage(actor, linesFor(deps, actor), text.trim() || null)),
};

/** Asks every feature for its section; one that fails is logged and left out, so that Home survives errors. */
async function composeHome(deps: Deps, actor: Actor, now: Date): Promise<Home> {
  const results = await Promise.allSettled(deps.offers.homes.map((offer) => offer(deps, actor, now)));
  const sections = results.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
  const failed = results.filter((result) => result.status === 'rejected');
  for (const { reason } of failed) deps.log.error({ err: reason }, 'a section of App Home failed');
  return homeView(actor, sections, failed.length > 0);
}

export const homeOpened: EventHandler = {
  type: 'app_home_opened',
  run: async ({ deps, enter, now }, event) => {
    if (event['tab'] !== 'home') return nothing;
    const handling = await enter();
    return handling ? showHome(await composeHome(deps, handling.actor, now)) : nothing;
  },
};
