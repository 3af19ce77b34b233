import type { Actor } from '../../core/actor.ts';
import type { Deps } from '../../platform/deps.ts';
import type { CommandHandler, EventHandler } from '../../platform/slack/handlers.ts';
import { ephemeral, nothing, showHome } from '../../platform/slack/reply.ts';
import { compose } from './operations/compose.ts';
import { noteShown } from './operations/refresh.ts';
import { helpMessage, homeView } from './views.ts';

const linesFor = (deps: Deps, actor: Actor): string[] =>
  deps.offers.commands.map((command) => command.help(actor, actor.locale)).filter((line) => line !== null);

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
    await noteShown(deps.db, handling.actor.personId, now);
    const { sections, broken } = await compose(deps, deps.offers.homes, handling.actor, now);
    return showHome(homeView(handling.actor, sections, broken));
  },
};
