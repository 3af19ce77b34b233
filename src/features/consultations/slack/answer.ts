import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, say } from '../../../platform/slack/reply.ts';
import { IDS, oneConsultation, oneId } from '../ids.ts';
import { reasonForm } from '../input.ts';
import { answerRequest } from '../operations/index.ts';
import { consultationById } from '../queries/index.ts';
import { next, stateOf } from '../rules/index.ts';
import { texts, timeText } from '../texts.ts';
import { refuseModal, shortName } from '../views/index.ts';
import { spanOf } from './change.ts';
import { formError } from './form.ts';

/** One click: confirmed. */
export const approveAction = defineAction(IDS.approve, oneId, async ({ deps, actor, now }, consultationId) => {
  const words = texts(actor.locale);
  const outcome = await answerRequest(deps, actor, now, { consultationId, act: 'approve' });
  if (!outcome.ok) return ephemeral(say(words.refusals[outcome.reason]));
  const row = outcome.value;
  const time = timeText(spanOf(row), actor.locale, actor.timeZone);
  return ephemeral(say(words.approved(shortName(row.participation.organisation.name), time)));
});

export const refuseAction = defineAction(IDS.refuse, oneId, async ({ deps, actor }, consultationId) => {
  const { refusals } = texts(actor.locale);
  const row = await consultationById(deps.db, consultationId);
  if (!row || row.expertId !== actor.personId) return ephemeral(say(refusals.not_allowed));
  if (!next(stateOf(row.state), 'refuse')) return ephemeral(say(refusals.answered_already));
  const organisation = row.participation.organisation.name;
  const data = { consultationId, time: spanOf(row), reader: actor.timeZone, organisation };
  return openModal(refuseModal(data, actor.locale));
});

export const refuseView = defineView({
  id: IDS.refuse,
  metadata: oneConsultation,
  form: () => reasonForm,
  error: formError,
  run: async ({ deps, actor, now }, { reason }, { consultationId }) => {
    const words = texts(actor.locale);
    const outcome = await answerRequest(deps, actor, now, { consultationId, act: 'refuse', reason });
    return closeAllModals(say(outcome.ok ? words.refuse.done : words.refusals[outcome.reason]));
  },
});
