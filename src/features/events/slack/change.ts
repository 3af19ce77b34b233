import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { type Postponed, postpone, waitingWords } from '../../undo/public.ts';
import { cancelAct, moveAct } from '../acts.ts';
import { cancelData, changeData, checkData, IDS, seenCodec } from '../ids.ts';
import { cancelForm, moveForm, whenOf } from '../input.ts';
import { type Changed, concernedBy, previewChange } from '../operations/index.ts';
import { eventById } from '../queries/index.ts';
import { formOf, mayManage } from '../rules/index.ts';
import { staffTexts } from '../texts/staff.ts';
import { texts } from '../texts.ts';
import { cancelModal, checkModal, moveModal, shortName } from '../views/index.ts';
import { emptyForm, errorWords, refused, whenFields } from './page.ts';

const opens = (act: 'move' | 'confirm') =>
  defineAction(IDS[act], seenCodec, async ({ deps, actor }, { eventId }) => {
    const event = await eventById(deps.db, eventId);
    const { refusals } = texts(actor.locale);
    if (!event || !mayManage(actor, event.cohortId)) return ephemeral(say(refusals.not_allowed));
    const { version, title } = event;
    const data = { eventId, version, changeId: deps.ids.next(), act, form: formOf(event.form) };
    return openModal(moveModal({ data, title, when: whenFields(event) }, actor.locale));
  });

export const moveAction = opens('move');
export const confirmAction = opens('confirm');

/** How many messages a change sends, and how many people are asked again. */
async function reach(deps: Deps, eventId: string) {
  const { invitations, own } = await concernedBy(deps.db, eventId);
  const again = await deps.db.registration.count({ where: { eventId, state: 'going' } });
  const channels = invitations.filter(({ participation }) => participation.channelId !== null);
  return { told: channels.length + own.length, again };
}

/** The form of new dates: what they do is shown on top of it, and nothing is written yet. */
export const moveView = defineView({
  id: IDS.move,
  metadata: changeData,
  form: () => moveForm,
  error: errorWords,
  run: async ({ deps, actor, now }, input, { form, ...rest }): Promise<Reply> => {
    const data = { ...rest, reason: input.reason, when: whenOf(input) };
    const preview = await previewChange(deps.db, actor, now, data);
    if (!preview.ok) return refused(preview.reason, actor.locale, form === 'online' ? 'link' : 'place');
    const { title } = preview.value.event;
    return openModal(checkModal({ data, title, ...(await reach(deps, rest.eventId)) }, actor.locale));
  },
});

type Done = { readonly title: string; readonly say: (title: string, told: number) => string };

/** What to say of an act that waits, waited already, or was done at once. */
async function answered(deps: Deps, asked: Postponed<Changed>, done: Done, locale: Locale): Promise<Reply> {
  const words = staffTexts(locale).change;
  if (asked.state === 'done') return closeAllModals(say(done.say(shortName(done.title), asked.value.told)));
  const waits = await waitingWords(deps, asked.id, locale);
  if (!waits) return closeAllModals(say(words.already));
  const note = asked.state === 'already' ? say(words.waits).blocks : [];
  return closeAllModals({ ...waits, blocks: [...note, ...waits.blocks] });
}

/** It was looked at and confirmed: the change waits for its moment. */
export const checkView = defineView({
  id: IDS.check,
  metadata: checkData,
  form: () => emptyForm,
  error: errorWords,
  run: async ({ deps, actor, now }, _input, data): Promise<Reply> => {
    const asked = await postpone(deps, actor, now, moveAct, data);
    const { locale } = actor;
    if (!asked.ok) return closeAllModals(say(texts(locale).refusals[asked.reason]));
    const event = await eventById(deps.db, data.eventId);
    return answered(deps, asked.value, { title: event?.title ?? '', say: staffTexts(locale).change.done }, locale);
  },
});

export const cancelAction = defineAction(IDS.cancel, seenCodec, async ({ deps, actor }, seen) => {
  const event = await eventById(deps.db, seen.eventId);
  const { refusals } = texts(actor.locale);
  if (!event || !mayManage(actor, event.cohortId)) return ephemeral(say(refusals.not_allowed));
  const { told } = await reach(deps, seen.eventId);
  const data = { ...seen, changeId: deps.ids.next() };
  return openModal(cancelModal({ data, title: event.title, told }, actor.locale));
});

export const cancelView = defineView({
  id: IDS.cancel,
  metadata: cancelData,
  form: () => cancelForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { reason }, data): Promise<Reply> => {
    const asked = await postpone(deps, actor, now, cancelAct, { ...data, reason });
    const { locale } = actor;
    if (!asked.ok) return closeAllModals(say(texts(locale).refusals[asked.reason]));
    const event = await eventById(deps.db, data.eventId);
    return answered(deps, asked.value, { title: event?.title ?? '', say: staffTexts(locale).cancel.done }, locale);
  },
});
