import type { CardOffer, HomeOffer } from '../../platform/feature.ts';
import { button } from '../../platform/slack/blocks.ts';
import { isOpen, stateOf } from '../participations/public.ts';
import { IDS, listCodec } from './ids.ts';
import { comingAmong, expertsFor, placeById } from './queries/index.ts';
import { comingOf, rowOf } from './slack/index.ts';
import { texts, timeText } from './texts.ts';
import { homeBlocks } from './views/index.ts';

/** After the expert, before the dates. */
const ORDER = 11;
const SHOWN = 3;

/** The next consultations on the organisation's card, and the buttons that book and list them (OR-3). */
export const consultationsPart: CardOffer = async (deps, participationId, locale) => {
  const place = await placeById(deps.db, participationId);
  if (!place || !isOpen(stateOf(place.state))) return null;
  const now = deps.clock.now();
  const rows = await comingAmong(deps.db, { participationId }, now, SHOWN);
  const isBookable = (await expertsFor(deps.db, place)).length > 0;
  if (!isBookable && rows.length === 0) return null;
  const { card, buttons } = texts(locale);
  const times = rows.map(({ startsAt: start, endsAt: end, zone, state }) => {
    const time = timeText({ start, end, zone }, locale);
    return state === 'requested' ? card.asked(time) : time;
  });
  const book = button(IDS.book, buttons.book, { value: participationId });
  const list = button(IDS.list, buttons.list, { value: listCodec.encode({ participationId }) });
  return {
    order: ORDER,
    ...(times.length > 0 ? { fields: [[card.label, times.join('\n')]] as const } : {}),
    buttons: [...(isBookable ? [book] : []), ...(rows.length > 0 ? [list] : [])],
  };
};

/** What is booked and asked for: the expert's own, the organisation's, and for staff those of their cohorts. */
export const mineOffer: HomeOffer = async (deps, actor, now) => {
  const handling = { deps, actor, now, channelId: null };
  const rows = (await comingOf(handling)).map((row) => rowOf(handling, row));
  return rows.length > 0 ? homeBlocks(rows, actor.timeZone, actor.locale) : null;
};
