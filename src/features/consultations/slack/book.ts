import { isExpert, isStaff } from '../../../core/actor.ts';
import { type CommandHandler, defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, openModal, say, updateModal } from '../../../platform/slack/reply.ts';
import { choiceData, heldData, IDS, oneId } from '../ids.ts';
import { detailsForm, timesForm } from '../input.ts';
import { bookHeld, bookTime, holdTime } from '../operations/index.ts';
import { holdUntil } from '../rules/index.ts';
import { texts, timeText } from '../texts.ts';
import { detailsModal } from '../views/index.ts';
import { formError } from './form.ts';
import { listFor } from './list.ts';
import { bookingForm, chosenOf, placeMeant, timesOf } from './open.ts';

export const bookCommand: CommandHandler = {
  words: ['book', 'umow', 'umów'],
  help: (actor, locale) => {
    if (isStaff(actor)) return texts(locale).help.staff;
    return isExpert(actor) || actor.organisationIds.length > 0 ? texts(locale).help.own : null;
  },
  run: async (handling) => {
    const place = await placeMeant(handling);
    return place === null ? listFor(handling, { own: true }) : bookingForm(handling, place, openModal);
  },
};

export const bookAction = defineAction(IDS.book, oneId, (handling, participationId) =>
  bookingForm(handling, participationId, openModal),
);

/** The time is held, and the form asks what the talk is about. */
export const timesView = defineView({
  id: IDS.times,
  metadata: choiceData,
  form: () => timesForm,
  error: formError,
  run: async (handling, { time: start }, ids) => {
    const { deps, actor, now, channelId } = handling;
    const held = await holdTime(deps, actor, now, { ...ids, start, channelId });
    if (!held.ok) {
      const chosen = held.reason === 'taken' ? await chosenOf(handling, ids) : null;
      if (chosen) return updateModal(await timesOf(handling, chosen, true));
      return closeAllModals(say(texts(actor.locale).refusals[held.reason]));
    }
    const { time, place, availability } = held.value.booking;
    const data = {
      ...{ ...ids, consultationId: held.value.id, kinds: time.kinds, reader: actor.timeZone },
      time: { start: time.start, end: time.end, zone: time.zone },
      ...{ heldUntil: holdUntil(now, place.settings), asksFirst: availability.terms.needsApproval },
    };
    return updateModal(detailsModal(data, actor.locale));
  },
});

/** Books what was held. Where the hold has run out meanwhile, the time is taken once more if it is still free. */
export const detailsView = defineView({
  id: IDS.details,
  metadata: heldData,
  form: () => detailsForm,
  error: formError,
  run: async (handling, details, { consultationId, start, ...ids }) => {
    const { deps, actor, now, channelId } = handling;
    const words = texts(actor.locale);
    const held = await bookHeld(deps, actor, now, { consultationId, channelId, ...details });
    const isOver = !held.ok && held.reason === 'hold_over';
    const again = { ...ids, ...details, channelId, start: new Date(start) };
    const booked = isOver ? await bookTime(deps, actor, now, again) : held;
    if (!booked.ok) {
      const chosen = booked.reason === 'taken' ? await chosenOf(handling, ids) : null;
      if (chosen) return updateModal(await timesOf(handling, chosen, true));
      return closeAllModals(say(words.refusals[booked.reason]));
    }
    const { startsAt, endsAt, zone, state } = booked.value.consultation;
    const time = timeText({ start: startsAt, end: endsAt, zone }, actor.locale, actor.timeZone);
    return closeAllModals(say(state === 'requested' ? words.details.requested(time) : words.details.booked(time)));
  },
});
