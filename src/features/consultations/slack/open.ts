import type { Actor } from '../../../core/actor.ts';
import type { Handling } from '../../../platform/slack/handlers.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { ephemeral, type Reply, say } from '../../../platform/slack/reply.ts';
import { isOpen, stateOf } from '../../participations/public.ts';
import { factsOf, fitsQuota, settingsOf } from '../operations/index.ts';
import { type Bookable, expertsFor, freeTimes, openEntryOf, type PlaceRow, placeById } from '../queries/index.ts';
import { bookingSide } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { emptyModal, pickModal, timesModal } from '../views/index.ts';

type Chosen = { readonly place: PlaceRow; readonly expert: Bookable };

/** Where an organisation stands in the queue of an expert; null when it does not wait. */
async function waitsOf({ deps }: Handling, { place, expert }: Chosen) {
  const entry = await openEntryOf(deps.db, place.id, expert.id);
  if (!entry) return null;
  const where = { expertId: expert.id, state: 'waiting', joinedAt: { lt: entry.joinedAt } };
  const ahead = await deps.db.waitEntry.count({ where });
  return { entryId: entry.id, ahead, isOffered: entry.state === 'offered' };
}

/** The free times of an expert, or the way to ask for one; `isAgain`: somebody was faster. */
export async function timesOf(handling: Handling, chosen: Chosen, isAgain = false): Promise<Modal> {
  const { deps, actor, now } = handling;
  const { place, expert } = chosen;
  const ids = { participationId: place.id, expertId: expert.id, expert: expert.name };
  const free = await freeTimes(deps.db, expert.id, now);
  if (free.length === 0) return emptyModal({ ...ids, waits: await waitsOf(handling, chosen) }, actor.locale);
  return timesModal({ ...ids, times: free, reader: actor.timeZone, isAgain }, actor.locale);
}

/** Whether anything of an organisation's hours is left; asked before the form, so that nobody chooses in vain (OR-3). */
async function isUsedUp({ deps, now }: Handling, place: PlaceRow, side: string): Promise<boolean> {
  const { expertHours } = settingsOf(place.cohort);
  if (side === 'staff' || expertHours === null) return false;
  const minute = { start: now, end: new Date(now.getTime() + 60_000) };
  return !(await fitsQuota(deps.db, place.id, expertHours, minute));
}

/** The form with which an organisation, or staff for it, books; a refusal in words where it cannot. */
export async function bookingForm(
  handling: Handling,
  participationId: string,
  show: (modal: Modal) => Reply,
  expertId?: string,
): Promise<Reply> {
  const { deps, actor, channelId } = handling;
  const { refusals } = texts(actor.locale);
  const place = await placeById(deps.db, participationId);
  const side = place && bookingSide(actor, factsOf(place), channelId);
  if (!place || !side) return ephemeral(say(refusals.not_allowed));
  if (!isOpen(stateOf(place.state))) return ephemeral(say(refusals.place_closed));
  const all = await expertsFor(deps.db, place);
  const experts = expertId === undefined ? all : all.filter(({ id }) => id === expertId);
  const [expert, ...others] = experts;
  if (!expert) return ephemeral(say(refusals.no_expert));
  if (await isUsedUp(handling, place, side)) return ephemeral(say(refusals.quota_used));
  if (others.length > 0) return show(pickModal(participationId, actor.locale));
  return show(await timesOf(handling, { place, expert }));
}

/** The place and expert of a form that was sent; null when either is gone. */
export async function chosenOf(
  { deps }: Handling,
  ids: { readonly participationId: string; readonly expertId: string },
): Promise<Chosen | null> {
  const place = await placeById(deps.db, ids.participationId);
  const expert = place && (await expertsFor(deps.db, place)).find(({ id }) => id === ids.expertId);
  return place && expert ? { place, expert } : null;
}

/** The organisation whose channel it is, else the only one of the person; staff name it by its channel. */
export async function placeMeant({ deps, actor, channelId }: Handling): Promise<string | null> {
  const here = channelId === null ? null : await deps.db.participation.findUnique({ where: { channelId } });
  if (here) return here.id;
  return onlyPlaceOf(deps.db, actor);
}

async function onlyPlaceOf(db: Handling['deps']['db'], { organisationIds }: Actor): Promise<string | null> {
  const where = { organisationId: { in: [...organisationIds] } };
  const places = await db.participation.findMany({ where, select: { id: true, state: true } });
  const open = places.filter(({ state }) => isOpen(stateOf(state)));
  return open.length === 1 ? (open[0]?.id ?? null) : null;
}
