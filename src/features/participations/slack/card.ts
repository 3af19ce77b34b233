import { isStaff } from '../../../core/actor.ts';
import { type CommandHandler, defineAction } from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { IDS, participationId } from '../ids.ts';
import { repairCard, retryChannel } from '../operations/index.ts';
import { cardParts, membersOf, participationById, participationOfChannel, placesOf } from '../queries/index.ts';
import { maySee } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { ownCards, whoModal } from '../views/index.ts';

/** The address of a message that Slack's own apps open. */
const linkTo = (channelId: string, ts: string): string =>
  `https://slack.com/archives/${channelId}/p${ts.replace('.', '')}`;

export const cardCommand: CommandHandler = {
  words: ['card', 'karta'],
  help: (actor, locale) => (isStaff(actor) || actor.organisationIds.length > 0 ? texts(locale).help.card : null),
  run: async ({ deps, actor, channelId }): Promise<Reply> => {
    const words = texts(actor.locale);
    const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
    if (!place) return ephemeral(ownCards(await placesOf(deps.db, actor.organisationIds), actor.locale));
    if (!maySee(actor, place, channelId)) return ephemeral(say(words.refusals.not_allowed));
    await repairCard(deps, place.id);
    if (!place.channelId || !place.cardTs) return ephemeral(say(words.cardCommand.soon));
    return ephemeral(say(words.cardCommand.here(linkTo(place.channelId, place.cardTs))));
  },
};

export const whoAction = defineAction(IDS.who, participationId, async ({ deps, actor, channelId }, id) => {
  const place = await participationById(deps.db, id);
  if (!place || !maySee(actor, place, channelId)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  const members = await membersOf(deps.db, place, await cardParts(deps, id, actor.locale));
  const { botUserId } = deps.home;
  const shown = { organisation: place.organisation.name, cohort: place.cohort.name, botUserId };
  return openModal(whoModal(shown, members, actor.locale));
});

export const retryAction = defineAction(IDS.retry, participationId, async ({ deps, actor, now }, id) => {
  const words = texts(actor.locale);
  const outcome = await retryChannel(deps, actor, now, id);
  return ephemeral(say(outcome.ok ? words.report.retrying : words.refusals[outcome.reason]));
});
