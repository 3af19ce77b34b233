import type { AnyBlock } from '@slack/types';
import type { Actor } from '../../core/actor.ts';
import type { Deps } from '../../platform/deps.ts';
import type { HomeOffer } from '../../platform/feature.ts';
import type { CommandHandler, EventHandler } from '../../platform/slack/handlers.ts';
import { ephemeral, nothing, showHome } from '../../platform/slack/reply.ts';
import { helpMessage, homeView } from './views.ts';

const linesFor = (deps: Deps, actor: Actor): string[] =>
  deps.offers.commands.map((command) => command.help(actor, actor.locale)).filter((line) => line !== null);

type Sections = { readonly sections: readonly (readonly AnyBlock[])[]; readonly broken: boolean };

/** Asks every feature for its section; one that fails is logged and left out, so that the rest survives it. */
async function compose(deps: Deps, offers: readonly HomeOffer[], actor: Actor, now: Date): Promise<Sections> {
  const results = await Promise.allSettled(offers.map((offer) => offer(deps, actor, now)));
  const sections = results.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
  const failed = results.filter((result) => result.status === 'rejected');
  for (const { reason } of failed) deps.log.error({ err: reason }, 'a section of App Home failed');
  return { sections, broken: failed.length > 0 };
}

export const helpCommand: CommandHandler = {
  words: ['', 'help', 'pomoc'],
  help: () => null,
  run: async ({ deps, actor, now }) => {
    const { sections } = await compose(deps, deps.offers.briefs, actor, now);
    return ephemeral(helpMessage(actor, linesFor(deps, actor), null, sections.flat()));
  },
};

/** `?` marks the handler of words nobody knows. */
export const unknownCommand: CommandHandler = {
  words: ['?'],
  help: () => null,
  run: async ({ deps, actor }, text) => ephemeral(helpMessage(actor, linesFor(deps, actor), text.trim() || null)),
};

export const homeOpened: EventHandler = {
  type: 'app_home_opened',
  run: async ({ deps, enter, now }, event) => {
    if (event['tab'] !== 'home') return nothing;
    const handling = await enter();
    if (!handling) return nothing;
    const { sections, broken } = await compose(deps, deps.offers.homes, handling.actor, now);
    return showHome(homeView(handling.actor, sections, broken));
  },
};
