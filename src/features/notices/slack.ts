import { isStaff } from '../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling, noValue } from '../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../platform/slack/reply.ts';
import { IDS, pageCodec, retryAllCodec, retryCodec } from './ids.ts';
import { retryAll, retryNotice } from './operations/index.ts';
import { listUndelivered } from './queries.ts';
import { texts } from './texts.ts';
import { type Said, undeliveredModal } from './views.ts';

const notAllowed = ({ actor }: Handling): Reply => ephemeral(say(texts(actor.locale).refusals.not_allowed));

/** The list for those who look after it; `said`: what came of their click. */
async function show(handling: Handling, page: number, said: Said, reply: typeof updateModal): Promise<Reply> {
  const { deps, actor } = handling;
  if (!isStaff(actor)) return notAllowed(handling);
  const list = await listUndelivered(deps, actor, page, actor.locale);
  return reply(undeliveredModal(list, said, actor.locale));
}

export const undeliveredCommand: CommandHandler = {
  words: ['undelivered', 'niedostarczone'],
  help: (actor, locale) => (isStaff(actor) ? texts(locale).help : null),
  run: (handling) => show(handling, 1, null, openModal),
};

export const showAction = defineAction(IDS.show, noValue, (handling) => show(handling, 1, null, openModal));

export const previousAction = defineAction(IDS.previous, pageCodec, (handling, { page }) =>
  show(handling, page, null, updateModal),
);

export const nextAction = defineAction(IDS.next, pageCodec, (handling, { page }) =>
  show(handling, page, null, updateModal),
);

export const retryAction = defineAction(IDS.retry, retryCodec, async (handling, { id, page }) => {
  const { deps, actor, now } = handling;
  const outcome = await retryNotice(deps, actor, now, id);
  if (outcome.ok) return show(handling, page, { retried: 1 }, updateModal);
  const { reason } = outcome;
  return reason === 'not_allowed' ? notAllowed(handling) : show(handling, page, { refused: reason }, updateModal);
});

export const retryAllAction = defineAction(IDS.retryAll, retryAllCodec, async (handling, { reason, page }) => {
  const { deps, actor, now } = handling;
  const outcome = await retryAll(deps, actor, now, reason);
  if (!outcome.ok) return notAllowed(handling);
  return show(handling, page, { retried: outcome.value }, updateModal);
});
