import { isStaff } from '../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling } from '../../platform/slack/handlers.ts';
import { ephemeral, type Reply, say } from '../../platform/slack/reply.ts';
import { IDS } from './ids.ts';
import { searchText } from './input.ts';
import { searchOrganisations } from './queries.ts';
import { texts } from './texts.ts';
import { foundMessage, PAGE, pageCodec } from './views.ts';

async function showPage({ deps, actor }: Handling, at: { readonly q: string; readonly from: number }): Promise<Reply> {
  if (!isStaff(actor)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  const found = await searchOrganisations(deps.db, at.q, { from: at.from, size: PAGE });
  return ephemeral(foundMessage(found, at, actor.locale));
}

export const organisationCommand: CommandHandler = {
  words: ['organisation', 'organizacja'],
  help: (actor, locale) => (isStaff(actor) ? texts(locale).help : null),
  run: async (handling, rest) => {
    const words = texts(handling.actor.locale);
    if (!isStaff(handling.actor)) return ephemeral(say(words.refusals.not_allowed));
    const text = searchText.safeParse(rest);
    return text.success ? showPage(handling, { q: text.data, from: 0 }) : ephemeral(say(words.search.what));
  },
};

export const pageAction = defineAction(IDS.page, pageCodec, showPage);
