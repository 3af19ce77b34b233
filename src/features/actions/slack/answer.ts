import { type ActionHandler, defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { actionCodec, actionData, answerCodec, dateCodec, dateData, IDS } from '../ids.ts';
import { cancelForm, reasonForm } from '../input.ts';
import { answerDate, cancelAction } from '../operations/index.ts';
import type { ActionState } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { cancelAllModal, cancelModal, partlyModal } from '../views/index.ts';
import { showPage } from './page.ts';
import { errorWords, formRefusal, openMove, refused, writableAction, writableDate } from './plan.ts';

/** An answer in one click; on the page of an action it is shown there. */
export const heldAction = defineAction(IDS.held, answerCodec, async (handling, { page, ...seen }) => {
  const { deps, actor, now, channelId } = handling;
  const { done } = texts(actor.locale);
  const outcome = await answerDate(deps, actor, now, { ...seen, how: 'hold', reason: null, channelId });
  if (!outcome.ok) return refused(outcome.reason, actor.locale);
  const { actionId, state } = outcome.value;
  const words = state === 'planned' ? done.held : done.ended;
  return page ? showPage(handling, actionId, words, updateModal) : ephemeral(say(words));
});

type Form = typeof partlyModal;

async function openForm(handling: Handling, seen: { dateId: string; version: number }, form: Form): Promise<Reply> {
  const found = await writableDate(handling, seen.dateId);
  const { locale } = handling.actor;
  if (!found) return refused('not_allowed', locale);
  if (found.date.version !== seen.version) return refused('changed_meanwhile', locale);
  return openModal(form({ ...found.date, dateId: seen.dateId }, locale));
}

export const partlyAction = defineAction(IDS.partly, answerCodec, (handling, seen) =>
  openForm(handling, seen, partlyModal),
);
export const movedAction = defineAction(IDS.moved, answerCodec, (handling, { dateId, version }) =>
  openMove(handling, dateId, version),
);
export const cancelOpen: ActionHandler = defineAction(IDS.cancel, dateCodec, (handling, seen) =>
  openForm(handling, seen, cancelModal),
);

/** "Called off": of one date, or of the whole action. */
const offValue = { decode: (raw: string | null) => answerCodec.decode(raw) ?? actionCodec.decode(raw) };

export const offAction = defineAction(IDS.off, offValue, async (handling, seen) => {
  if ('dateId' in seen) return openForm(handling, seen, cancelModal);
  const row = await writableAction(handling, seen.actionId);
  const { locale } = handling.actor;
  return row
    ? openModal(cancelAllModal({ actionId: row.id, title: row.title }, locale))
    : refused('not_allowed', locale);
});

const partlyWords = (state: ActionState, locale: 'pl' | 'en'): string =>
  state === 'planned' ? texts(locale).done.partly : texts(locale).done.ended;

export const partlyView = defineView({
  id: IDS.partly,
  metadata: dateData,
  form: () => reasonForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { reason }, seen) => {
    const outcome = await answerDate(deps, actor, now, { ...seen, how: 'hold_partly', reason, channelId });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(partlyWords(outcome.value.state, actor.locale)));
  },
});

export const cancelView = defineView({
  id: IDS.cancel,
  metadata: dateData,
  form: () => cancelForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { reason }, seen) => {
    const outcome = await answerDate(deps, actor, now, { ...seen, how: 'cancel', reason, channelId });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(texts(actor.locale).done.off));
  },
});

export const cancelAllView = defineView({
  id: IDS.off,
  metadata: actionData,
  form: () => cancelForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { reason }, { actionId }) => {
    const outcome = await cancelAction(deps, actor, now, { actionId, reason, channelId });
    if (!outcome.ok) return formRefusal(outcome.reason, actor.locale);
    return closeAllModals(say(texts(actor.locale).done.off));
  },
});
