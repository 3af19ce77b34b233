import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, say } from '../../../platform/slack/reply.ts';
import { IDS, opinionCodec, opinionData, readCodec, seenData, taskCodec } from '../ids.ts';
import { reactForm, selfForm } from '../input.ts';
import { confirmReading, evaluateSelf, finishTask, react } from '../operations/index.ts';
import { opinionById, selfFacts, selfOf, standingOf } from '../queries/index.ts';
import { sideOf } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { reactModal, selfModal } from '../views/index.ts';
import { errorWords } from './write.ts';

export const readAction = defineAction(IDS.read, readCodec, async ({ deps, actor, now, channelId }, of) => {
  const { done, refusals } = texts(actor.locale);
  const outcome = await confirmReading(deps, actor, now, of, channelId);
  return ephemeral(say(outcome.ok ? done.read : refusals[outcome.reason]));
});

export const taskAction = defineAction(IDS.task, taskCodec, async ({ deps, actor, now, channelId }, { taskId }) => {
  const { done, refusals } = texts(actor.locale);
  const outcome = await finishTask(deps, actor, now, taskId, channelId);
  return ephemeral(say(outcome.ok ? done.task : refusals[outcome.reason]));
});

export const reactAction = defineAction(IDS.react, opinionCodec, async ({ deps, actor, channelId }, of) => {
  const { refusals } = texts(actor.locale);
  const row = await opinionById(deps.db, of.opinionId);
  if (!row || sideOf(actor, standingOf(row), channelId) !== 'organisation') return ephemeral(say(refusals.not_yours));
  if (row.number === 0) return ephemeral(say(refusals.not_released));
  return row.reaction === null ? openModal(reactModal(of, actor.locale)) : ephemeral(say(refusals.already_reacted));
});

export const reactView = defineView({
  id: IDS.react,
  metadata: opinionData,
  form: () => reactForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, form, { opinionId }) => {
    const words = texts(actor.locale);
    const outcome = await react(deps, actor, now, { opinionId, ...form }, channelId);
    return closeAllModals(say(outcome.ok ? words.react.sent : words.refusals[outcome.reason]));
  },
});

export const selfAction = defineAction(IDS.self, opinionCodec, async ({ deps, actor, channelId }, { opinionId }) => {
  const { refusals } = texts(actor.locale);
  const row = await opinionById(deps.db, opinionId);
  if (!row || sideOf(actor, standingOf(row), channelId) !== 'organisation') return ephemeral(say(refusals.not_yours));
  if (row.state === 'not_due') return ephemeral(say(refusals.not_due));
  return selfOf(row) ? ephemeral(say(refusals.self_sent)) : openModal(selfModal(selfFacts(row), actor.locale));
});

export const selfView = defineView({
  id: IDS.self,
  metadata: seenData,
  form: () => selfForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, form, seen) => {
    const { self, refusals } = texts(actor.locale);
    const outcome = await evaluateSelf(deps, actor, now, seen, { ...form, channelId });
    if (!outcome.ok) return closeAllModals(say(refusals[outcome.reason]));
    return closeAllModals(say(outcome.value.isSent ? self.sent : self.kept));
  },
});
