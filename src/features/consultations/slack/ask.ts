import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, say } from '../../../platform/slack/reply.ts';
import { definitionOf } from '../../programmes/public.ts';
import { askData, IDS, oneId } from '../ids.ts';
import { askForm } from '../input.ts';
import { askExperts, factsOf, takeQuestion } from '../operations/index.ts';
import { placeById } from '../queries/index.ts';
import { bookingSide } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { askModal } from '../views/index.ts';
import { formError } from './form.ts';

export const askAction = defineAction(IDS.ask, oneId, async ({ deps, actor, channelId }, participationId) => {
  const { refusals } = texts(actor.locale);
  const place = await placeById(deps.db, participationId);
  if (!place || !bookingSide(actor, factsOf(place), channelId)) return ephemeral(say(refusals.not_allowed));
  const { switches, expertFields } = definitionOf(place.cohort);
  if (!switches.expertsByField) return ephemeral(say(refusals.no_fields));
  const fields = expertFields.map(({ key, label }) => ({ value: key, text: label[actor.locale] }));
  return openModal(askModal({ participationId, questionId: deps.ids.next(), fields }, actor.locale));
});

export const askView = defineView({
  id: IDS.ask,
  metadata: askData,
  form: () => askForm,
  error: formError,
  run: async ({ deps, actor, now, channelId }, question, ids) => {
    const words = texts(actor.locale);
    const outcome = await askExperts(deps, actor, now, { ...ids, ...question, channelId });
    const said = outcome.ok ? words.question.sent(outcome.value.asked) : words.refusals[outcome.reason];
    return closeAllModals(say(said));
  },
});

export const takeAction = defineAction(IDS.take, oneId, async ({ deps, actor, now }, questionId) => {
  const words = texts(actor.locale);
  const outcome = await takeQuestion(deps, actor, now, questionId);
  return ephemeral(say(outcome.ok ? words.question.left : words.refusals[outcome.reason]));
});
