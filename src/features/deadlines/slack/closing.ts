import { z } from 'zod';
import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, fieldErrors, openModal, say } from '../../../platform/slack/reply.ts';
import { callById, cohortById, definitionOf } from '../../programmes/public.ts';
import { closingCheckData, closingData, cohortData, IDS, oneId } from '../ids.ts';
import { closingForm, lastDayForm } from '../input.ts';
import { changeClosing, changeLastDay, previewClosing } from '../operations/index.ts';
import { mayManage, momentWarnings } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { closingCheckModal, closingModal, lastDayModal, shortName } from '../views/index.ts';
import { errorWords } from './form.ts';

export const closingAction = defineAction(IDS.closing, oneId, async ({ deps, actor }, callId) => {
  const { refusals } = texts(actor.locale);
  const call = await callById(deps.db, callId);
  if (!call || !mayManage(actor, call.cohortId)) return ephemeral(say(refusals.not_allowed));
  if (call.releasedAt) return ephemeral(say(refusals.resolved));
  const stage = definitionOf(call.cohort).stages.find((one) => one.stage === call.stage)?.name[actor.locale];
  const form = {
    ...{ callId, moveId: deps.ids.next(), cohort: call.cohort.name, stage: stage ?? String(call.stage) },
    ...{ isInclusive: call.closingRule === 'inclusive', date: call.closesOn, time: call.closesTime },
  };
  return openModal(closingModal(form, actor.locale));
});

/** Those who may not, or a call that is resolved: the form ends. All else is said beside the day. */
const ENDS = new Set(['not_allowed', 'resolved']);

export const closingView = defineView({
  id: IDS.closing,
  metadata: closingData,
  form: () => closingForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { date, time, reason }, { callId, moveId }) => {
    const { refusals } = texts(actor.locale);
    const preview = await previewClosing(deps, actor, now, { callId, moveId, date, time, reason });
    if (!preview.ok) {
      const refusal = refusals[preview.reason];
      return ENDS.has(preview.reason) ? closeAllModals(say(refusal)) : fieldErrors({ date: refusal });
    }
    const { call, closing, editors } = preview.value;
    const data = { callId, moveId, version: call.version, date, time, reason };
    const closesNow = closing.change === 'shortened' && closing.lateFrom <= now;
    const check = { data, change: closing.change, closesNow, warnings: momentWarnings({ date, time }), editors };
    return openModal(closingCheckModal(check, actor.locale));
  },
});

export const closingCheckView = defineView({
  id: IDS.closingCheck,
  metadata: closingCheckData,
  form: () => z.object({}),
  error: errorWords,
  run: async ({ deps, actor, now }, _input, wish) => {
    const words = texts(actor.locale);
    const outcome = await changeClosing(deps, actor, now, wish);
    if (!outcome.ok) return closeAllModals(say(words.refusals[outcome.reason]));
    const { cohort } = outcome.value;
    return closeAllModals(say(cohort === null ? words.check.again : words.closing.saved(shortName(cohort))));
  },
});

export const lastDayAction = defineAction(IDS.lastDay, oneId, async ({ deps, actor }, cohortId) => {
  const { refusals } = texts(actor.locale);
  if (!mayManage(actor, cohortId)) return ephemeral(say(refusals.not_allowed));
  const cohort = await cohortById(deps.db, cohortId);
  if (!cohort) return ephemeral(say(refusals.unknown_cohort));
  return openModal(lastDayModal({ cohortId, cohort: cohort.name, date: cohort.endsOn }, actor.locale));
});

export const lastDayView = defineView({
  id: IDS.lastDay,
  metadata: cohortData,
  form: () => lastDayForm,
  error: errorWords,
  run: async ({ deps, actor, now }, { date, reason }, { cohortId }) => {
    const words = texts(actor.locale);
    const outcome = await changeLastDay(deps, actor, now, { cohortId, endsOn: date, reason });
    if (outcome.ok) return closeAllModals(say(words.lastDay.saved(shortName(outcome.value.cohort))));
    const { refusals } = words;
    if (outcome.reason === 'deadlines_after')
      return fieldErrors({ date: refusals.deadlines_after(Number(outcome.detail?.['count'] ?? 0)) });
    if (outcome.reason === 'reason_missing') return fieldErrors({ reason: refusals.reason_missing });
    const refusal = refusals[outcome.reason];
    const isAboutDay = outcome.reason === 'unchanged' || outcome.reason === 'call_after';
    return isAboutDay ? fieldErrors({ date: refusal }) : closeAllModals(say(refusal));
  },
});
