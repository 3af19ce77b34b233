import { isStaff } from '../../core/actor.ts';
import { formatDay } from '../../core/dates-text.ts';
import { defineAction, defineView, type Handling, noValue } from '../../platform/slack/handlers.ts';
import { closeModal, ephemeral, openModal, type Reply, say } from '../../platform/slack/reply.ts';
import { activeOf, ledBy } from '../assignments/public.ts';
import { isOpen, participationById, stateOf } from '../participations/public.ts';
import { alarmMetadata, closeMetadata, IDS, oneId, raiseMetadata } from './ids.ts';
import { alarmForm, closeForm, raiseForm } from './input.ts';
import { close, dismiss, raise, speaksFor } from './operations/index.ts';
import { requestById } from './queries.ts';
import { topicOf } from './rules/index.ts';
import { texts } from './texts.ts';
import { alarmModal, closeModalView, raiseModal } from './views/index.ts';

/** The form for an expert's alarm, with the organisation they are at, if any. */
async function openAlarm({ deps, actor }: Handling, participationId: string | null): Promise<Reply> {
  const led = await ledBy(deps.db, actor.personId);
  if (led.length === 0) return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  const places = led.map((row) => ({ id: row.participationId, name: row.participation.organisation.name }));
  return openModal(alarmModal({ requestId: deps.ids.next(), places, chosen: participationId }, actor.locale));
}

/** One button for all: the organisation speaks of its expert, the expert of the organisation. */
export const raiseAction = defineAction(IDS.raise, oneId, async (handling, participationId) => {
  const { deps, actor, channelId } = handling;
  const { refusals } = texts(actor.locale);
  const place = await participationById(deps.db, participationId);
  if (!place) return ephemeral(say(refusals.not_allowed));
  if ((await activeOf(deps.db, participationId))?.expertId === actor.personId)
    return openAlarm(handling, participationId);
  if (isStaff(actor, place.cohortId)) return ephemeral(say(refusals.you_are_staff));
  if (!speaksFor(actor, place, channelId)) return ephemeral(say(refusals.not_allowed));
  if (!isOpen(stateOf(place.state))) return ephemeral(say(refusals.over));
  return openModal(raiseModal({ participationId, requestId: deps.ids.next() }, actor.locale));
});

export const alarmAction = defineAction(IDS.alarm, noValue, (handling) => openAlarm(handling, null));

const errorWords = (reason: string, locale: 'pl' | 'en'): string => texts(locale).errors[reason] ?? reason;

export const raiseView = defineView({
  id: IDS.raise,
  metadata: raiseMetadata,
  form: () => raiseForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, input, metadata) => {
    const words = texts(actor.locale);
    const outcome = await raise(deps, actor, now, { ...metadata, ...input }, channelId);
    if (!outcome.ok) return closeModal(say(words.refusals[outcome.reason]));
    return closeModal(say(words.sent(formatDay(outcome.value.answerOn, actor.locale))));
  },
});

export const alarmView = defineView({
  id: IDS.alarm,
  metadata: alarmMetadata,
  form: () => alarmForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { place: participationId, ...input }, metadata) => {
    const words = texts(actor.locale);
    const outcome = await raise(deps, actor, now, { ...metadata, ...input, participationId }, channelId);
    if (!outcome.ok) return closeModal(say(words.refusals[outcome.reason]));
    return closeModal(say(words.sent(formatDay(outcome.value.answerOn, actor.locale))));
  },
});

export const closeAction = defineAction(IDS.close, oneId, async ({ deps, actor }, requestId) => {
  const { refusals } = texts(actor.locale);
  const row = await requestById(deps.db, requestId);
  const topic = row && topicOf(row.topic);
  if (!row || !topic || !isStaff(actor, row.participation.cohortId)) return ephemeral(say(refusals.only_staff));
  if (row.closedAt !== null) return ephemeral(say(refusals.closed_already));
  const { organisation } = row.participation;
  return openModal(closeModalView({ requestId, topic, organisation: organisation.name, text: row.text }, actor.locale));
});

export const closeView = defineView({
  id: IDS.close,
  metadata: closeMetadata,
  form: () => closeForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { note }, { requestId }) => {
    const words = texts(actor.locale);
    const outcome = await close(deps, actor, now, { requestId, note });
    return closeModal(say(outcome.ok ? words.closed : words.refusals[outcome.reason]));
  },
});

export const notNowAction = defineAction(IDS.notNow, oneId, async ({ deps, actor, now }, id) => {
  const words = texts(actor.locale);
  const outcome = await dismiss(deps, actor, now, id);
  return ephemeral(say(outcome.ok ? words.silence.dismissed : words.refusals[outcome.reason]));
});
