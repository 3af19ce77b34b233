import type { Locale } from '../../../core/locale.ts';
import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeModal, ephemeral, openModal, say } from '../../../platform/slack/reply.ts';
import { IDS, participationId } from '../ids.ts';
import { helpForm, helpMetadata } from '../input.ts';
import { askForHelp } from '../operations/index.ts';
import { participationById } from '../queries/index.ts';
import { maySee } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { askModal } from '../views/index.ts';

export const askAction = defineAction(IDS.help, participationId, async ({ deps, actor, channelId }, id) => {
  const place = await participationById(deps.db, id);
  if (!place || !maySee(actor, place, channelId)) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  return openModal(askModal({ participationId: id, requestId: deps.ids.next() }, actor.locale));
});

const errorWords = (reason: string, locale: Locale): string => {
  const { ask } = texts(locale);
  return reason === 'choose' ? ask.choose : ask.empty;
};

export const askView = defineView({
  id: IDS.help,
  metadata: helpMetadata,
  form: () => helpForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, input, metadata) => {
    const words = texts(actor.locale);
    const outcome = await askForHelp(deps, actor, now, { ...metadata, ...input }, channelId);
    return closeModal(say(outcome.ok ? words.ask.sent : words.refusals[outcome.reason]));
  },
});
