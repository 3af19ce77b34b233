import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { availabilityOf, lockPresence } from '../../availability/public.ts';
import { NOTICES } from '../ids.ts';
import { type ConsultationRow, consultationById, leaderOf, lockPlace, placeById } from '../queries/index.ts';
import { bookingSide, next, requestUntil, stateOf } from '../rules/index.ts';
import { type Act, note, retellConsultation, tellBoth } from './act.ts';
import { factsOf, fitsQuota, prepareBooking, settingsOf, type Wanted } from './context.ts';
import { changeEntries } from './entries.ts';
import { type TakeRefusal, takeFor } from './hold.ts';

type By = Act & { readonly doer: Actor };
export type Details = { readonly kind: string; readonly topic: string | null };
export type Booked = { readonly consultation: ConsultationRow };

/** Everybody is told of a time that was booked or asked for, and the organisation waits for none any more. */
async function settleBooking(act: By, id: string): Promise<ConsultationRow> {
  const { tx, now } = act;
  const row = await consultationById(tx, id);
  if (!row) throw new Error('A consultation that was just written is gone');
  const { participationId, expertId, state } = row;
  const waited = { participationId, expertId, state: 'waiting' };
  await changeEntries(act, waited, { state: 'claimed', endedAt: now }, 'consultations.claim');
  const isForOrganisation = !act.doer.organisationIds.includes(row.participation.organisationId);
  const verb = state === 'requested' ? 'consultations.request' : 'consultations.book';
  await note(act, row, isForOrganisation, { act: verb, to: state });
  await tellBoth(act, row, { kind: NOTICES.time, key: `${id}:first`, params: { consultationId: id, step: 'first' } });
  await retellConsultation(act, row);
  return row;
}

/** What a reservation becomes: booked, or a request where the expert wants to say yes first (ME-4). */
async function becoming(act: By, row: ConsultationRow) {
  const { tx, now } = act;
  const terms = (await availabilityOf(tx, [row.expertId])).get(row.expertId)?.terms;
  if (!terms?.needsApproval) return { state: next('reserved', 'book') ?? '', bookedAt: now, openUntil: null };
  const settings = settingsOf(row.participation.cohort);
  return { state: next('reserved', 'request') ?? '', openUntil: requestUntil(now, row.startsAt, settings) };
}

/** The same form, sent twice: what the first made of the time, read with the place held; null when it was not booked. */
async function bookedAlready({ tx, doer }: By, id: string): Promise<ConsultationRow | null> {
  const row = await consultationById(tx, id);
  const isBooked = row?.state === 'booked' || row?.state === 'requested';
  return isBooked && row.askedBy === doer.personId ? row : null;
}

export type BookRefusal = 'not_allowed' | 'hold_over' | 'not_offered' | 'quota_used' | 'no_expert';

/**
 * Makes a held time of the organisation's a booking or a request, the place held by then. Who sent the form a little too
 * late keeps the time as long as nobody else has it; a time offered to the queue has its end. The same form sent twice is
 * one booking, and answered alike (R3).
 */
export async function bookReserved(
  act: By,
  row: ConsultationRow & { readonly isOffer: boolean },
  { kind, topic }: Details,
  channelId: string | null,
): Promise<Outcome<Booked, BookRefusal>> {
  const { tx, doer, now } = act;
  const place = await placeById(tx, row.participationId);
  const side = place && bookingSide(doer, factsOf(place), channelId);
  if (!place || !side) return refuse('not_allowed');
  const time = { start: row.startsAt, end: row.endsAt };
  const isThere = await lockPresence(tx, row.expertId, time);
  if (!(await lockPlace(tx, place.id, leaderOf(place) && row.expertId))) return refuse('no_expert');
  const twice = row.isOffer ? null : await bookedAlready(act, row.id);
  if (twice) return ok({ consultation: twice });
  const isOver = row.isOffer && row.openUntil !== null && row.openUntil <= now;
  if (stateOf(row.state) !== 'reserved' || isOver || row.startsAt <= now) return refuse('hold_over');
  if (!isThere) return refuse('not_offered');
  const { expertHours } = settingsOf(place.cohort);
  const fits = side === 'staff' || (await fitsQuota(tx, place.id, expertHours, time));
  if (!fits) return refuse('quota_used', { hours: expertHours });
  const data = { ...(await becoming(act, row)), kind, topic, version: { increment: 1 } };
  const { count } = await tx.consultation.updateMany({ where: { id: row.id, version: row.version }, data });
  if (count === 0) return refuse('hold_over');
  return ok({ consultation: await settleBooking(act, row.id) });
}

/** Books the time that the form has held (OR-3). `hold_over`: it has run out and may be somebody else's by now. */
export const bookHeld = (
  deps: Deps,
  actor: Actor,
  now: Date,
  {
    consultationId,
    channelId,
    ...details
  }: Details & { readonly consultationId: string; readonly channelId: string | null },
): Promise<Outcome<Booked, BookRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const row = await consultationById(tx, consultationId);
    if (!row) return refuse('not_allowed');
    return bookReserved({ deps, tx, doer: actor, now }, { ...row, isOffer: false }, details, channelId);
  });

/** Books, or asks for, a time at once, without holding it first. Refuses as `holdTime` does. */
export async function bookTime(
  deps: Deps,
  actor: Actor,
  now: Date,
  wanted: Wanted & Details,
): Promise<Outcome<Booked, TakeRefusal>> {
  const prepared = await prepareBooking(deps, actor, now, wanted);
  if (!prepared.ok) return prepared;
  const { availability, time, place } = prepared.value;
  const { kind, topic } = wanted;
  const openUntil = requestUntil(now, time.start, place.settings);
  const taking = availability.terms.needsApproval
    ? ({ state: 'requested', openUntil, kind, topic } as const)
    : ({ state: 'booked', kind, topic } as const);
  return inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const taken = await takeFor(act, prepared.value, taking);
    return taken.ok ? ok({ consultation: await settleBooking(act, taken.value.id) }) : taken;
  });
}
