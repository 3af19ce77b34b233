import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, say, updateModal } from '../../../platform/slack/reply.ts';
import { IDS, oneConsultation, oneId } from '../ids.ts';
import { moveForm, reasonForm } from '../input.ts';
import { cancelConsultation, isTooLate, mayMove, moveConsultation } from '../operations/index.ts';
import { type ConsultationRow, consultationById, freeTimes } from '../queries/index.ts';
import { next, sideOf, stateOf } from '../rules/index.ts';
import { type Span, texts, timeText } from '../texts.ts';
import { cancelModal, moveModal } from '../views/index.ts';
import { formError } from './form.ts';

export const spanOf = ({ startsAt, endsAt, zone }: ConsultationRow): Span => ({ start: startsAt, end: endsAt, zone });

async function timesFor({ deps, actor, now }: Handling, row: ConsultationRow, isAgain: boolean) {
  const free = await freeTimes(deps.db, row.expertId, now, row.id);
  const times = free.filter(({ start }) => start.getTime() !== row.startsAt.getTime());
  const data = { consultationId: row.id, now: spanOf(row), times, reader: actor.timeZone, isAgain };
  return moveModal(data, actor.locale);
}

export const moveAction = defineAction(IDS.move, oneId, async (handling, id) => {
  const { deps, actor, now, channelId } = handling;
  const { refusals } = texts(actor.locale);
  const row = await consultationById(deps.db, id);
  if (!row) return ephemeral(say(refusals.not_allowed));
  const may = mayMove(row, { actor, channelId, now, isTooLate: await isTooLate(deps.db, row, now) });
  return may.ok ? openModal(await timesFor(handling, row, false)) : ephemeral(say(refusals[may.reason]));
});

export const moveView = defineView({
  id: IDS.move,
  metadata: oneConsultation,
  form: () => moveForm,
  error: formError,
  run: async (handling, { time: start, reason }, { consultationId }) => {
    const { deps, actor, now, channelId } = handling;
    const words = texts(actor.locale);
    const outcome = await moveConsultation(deps, actor, now, { consultationId, start, reason, channelId });
    if (!outcome.ok) {
      const row = outcome.reason === 'taken' ? await consultationById(deps.db, consultationId) : null;
      if (row) return updateModal(await timesFor(handling, row, true));
      return closeAllModals(say(words.refusals[outcome.reason]));
    }
    const { time, state } = outcome.value;
    const shown = timeText(time, actor.locale, actor.timeZone);
    return closeAllModals(say(state === 'requested' ? words.moved.asked(shown) : words.moved.done(shown)));
  },
});

export const cancelAction = defineAction(IDS.cancel, oneId, async (handling, id) => {
  const { deps, actor, now, channelId } = handling;
  const { refusals } = texts(actor.locale);
  const row = await consultationById(deps.db, id);
  const side = row && sideOf(actor, row.participation, row.expertId, channelId);
  if (!row || !side) return ephemeral(say(refusals.not_allowed));
  if (!next(stateOf(row.state), `cancel_${side}`)) return ephemeral(say(refusals.not_open));
  if (row.startsAt <= now) return ephemeral(say(refusals.begun));
  const isOwn = side === 'organisation' && row.state === 'booked';
  const isLate = isOwn && (await isTooLate(deps.db, row, now));
  const data = { consultationId: id, time: spanOf(row), reader: actor.timeZone, isLate };
  return openModal(cancelModal(data, actor.locale));
});

export const cancelView = defineView({
  id: IDS.cancel,
  metadata: oneConsultation,
  form: () => reasonForm,
  error: formError,
  run: async ({ deps, actor, now, channelId }, { reason }, { consultationId }) => {
    const words = texts(actor.locale);
    const outcome = await cancelConsultation(deps, actor, now, { consultationId, reason, channelId });
    if (!outcome.ok) return closeAllModals(say(words.refusals[outcome.reason]));
    const { consultation, isLate } = outcome.value;
    const time = timeText(spanOf(consultation), actor.locale, actor.timeZone);
    return closeAllModals(say(isLate ? words.cancel.doneLate(time) : words.cancel.done(time)));
  },
});
