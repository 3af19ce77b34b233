import type { CardOffer, HomeOffer } from '../../platform/feature.ts';
import { hasMentor, ledBy } from '../assignments/public.ts';
import { isOpen, participationById, stateOf } from '../participations/public.ts';
import { cardButton, expertHome } from './views/index.ts';

/** After the card's own buttons, before those of staff. */
const ORDER = 800;

/** The private way to staff, always on the card, so that it says nothing about anybody. */
export const raisePart: CardOffer = async ({ db }, participationId, locale) => {
  const place = await participationById(db, participationId);
  if (!place || !hasMentor(place) || !isOpen(stateOf(place.state))) return null;
  return { order: ORDER, buttons: [cardButton(participationId, locale)] };
};

/** The expert's way to raise an alarm. */
export const alarmOffer: HomeOffer = async ({ db }, actor) =>
  (await ledBy(db, actor.personId)).length > 0 ? expertHome(actor.locale) : null;
