import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify, retell } from '../../notices/public.ts';
import { isOpen, stateOf as placeState } from '../../participations/public.ts';
import { NOTICES } from '../ids.ts';
import {
  type ConsultationRow,
  entryById,
  entryOffered,
  expertsFor,
  freeTimes,
  leaderOf,
  lockPlace,
  type PlaceRow,
  placeById,
} from '../queries/index.ts';
import { bookingSide } from '../rules/index.ts';
import { type BookRefusal, bookReserved } from './book.ts';
import { factsOf } from './context.ts';
import { noteEntry } from './entries.ts';
import { expireDue } from './expire.ts';
import { serveQueue } from './serve.ts';

type Joining = {
  readonly participationId: string;
  readonly expertId: string;
  readonly wish: string | null;
  readonly channelId: string | null;
};

export type JoinRefusal = 'not_allowed' | 'place_closed' | 'no_expert' | 'times_free' | 'waits_already';

/** Staff do it for the organisation (R2). */
const behalfOf = (side: 'organisation' | 'staff', { organisation }: Pick<PlaceRow, 'organisation'>): string | null =>
  side === 'staff' ? organisation.name : null;

/**
 * Where no time is free, an organisation asks the expert for one and waits in order (OR-3, N18): one place in the queue
 * for each organisation and expert. Refuses when there are free times to choose from.
 */
export async function joinQueue(
  deps: Deps,
  actor: Actor,
  now: Date,
  { participationId, expertId, wish, channelId }: Joining,
): Promise<Outcome<{ readonly ahead: number }, JoinRefusal>> {
  const { db } = deps;
  const place = await placeById(db, participationId);
  const side = place && bookingSide(actor, factsOf(place), channelId);
  if (!place || !side) return refuse('not_allowed');
  if (!isOpen(placeState(place.state))) return refuse('place_closed');
  if (!(await expertsFor(db, place)).some(({ id }) => id === expertId)) return refuse('no_expert');
  if ((await freeTimes(db, expertId, now)).length > 0) return refuse('times_free');
  const { cohortId } = place;
  const who = { cohortId, participationId, expertId, personId: actor.personId };
  try {
    return await inTransaction(db, async (tx) => {
      const act = { deps, tx, doer: actor, now };
      // Who leads it may have changed since it was read, and does not from here on.
      if (!(await lockPlace(tx, participationId, leaderOf(place) && expertId))) return refuse('no_expert');
      const ahead = await tx.waitEntry.count({ where: { expertId, state: 'waiting' } });
      const id = deps.ids.next();
      await tx.waitEntry.create({ data: { id, ...who, wish, state: 'waiting', joinedAt: now, version: 1 } });
      await noteEntry(
        act,
        { id, cohortId },
        { act: 'consultations.join', to: 'waiting', onBehalfOf: behalfOf(side, place) },
      );
      const said = { kind: NOTICES.wish, params: { entryId: id }, key: `${NOTICES.wish}:${id}` };
      await notify(deps, tx, { ...said, to: { person: expertId }, at: now, cohortId });
      await serveQueue(act, expertId);
      return ok({ ahead });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'WaitEntry_one_place')) return refuse('waits_already');
    throw error;
  }
}

export type ClaimRefusal = BookRefusal | 'offer_over';

/** Takes the time that was offered. Of two who press, one gets it; after its end it belongs to the next (N18). */
export const claimOffer = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { consultationId, channelId }: { readonly consultationId: string; readonly channelId: string | null },
): Promise<Outcome<ConsultationRow, ClaimRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const entry = await entryOffered(tx, consultationId);
    const side = entry && bookingSide(actor, entry.participation, channelId);
    if (!entry || !side) return refuse('not_allowed');
    const { consultation, participation } = entry;
    if (entry.state !== 'offered' || !consultation) return refuse('offer_over');
    const row = { ...consultation, participation, expert: entry.expert, isOffer: true };
    const act = { deps, tx, doer: actor, now };
    const booked = await bookReserved(act, row, { kind: row.kind, topic: entry.wish }, channelId);
    if (!booked.ok) return booked.reason === 'hold_over' ? refuse('offer_over') : booked;
    const data = { state: 'claimed', endedAt: now, version: { increment: 1 } };
    await tx.waitEntry.updateMany({ where: { id: entry.id, state: 'offered' }, data });
    const onBehalfOf = behalfOf(side, participation);
    await noteEntry(act, entry, { act: 'consultations.claim', to: 'claimed', onBehalfOf });
    await retell(deps, tx, { key: `${NOTICES.offered}:${consultation.id}` });
    return ok(booked.value.consultation);
  });

/** Gives up one's place in the queue; a time that was offered goes to the next. */
export const leaveQueue = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { entryId, channelId }: { readonly entryId: string; readonly channelId: string | null },
): Promise<Outcome<void, 'not_allowed' | 'offer_over'>> =>
  inTransaction(deps.db, async (tx) => {
    const entry = await entryById(tx, entryId);
    const side = entry && bookingSide(actor, entry.participation, channelId);
    if (!entry || !side) return refuse('not_allowed');
    const data = { state: 'left', endedAt: now, version: { increment: 1 } };
    const open = { id: entryId, state: { in: ['waiting', 'offered'] } };
    const { count } = await tx.waitEntry.updateMany({ where: open, data });
    if (count === 0) return refuse('offer_over');
    const act = { deps, tx, doer: actor, now };
    const { consultationId, participation } = entry;
    const onBehalfOf = behalfOf(side, participation);
    await noteEntry(act, entry, { act: 'consultations.leave', to: 'left', onBehalfOf });
    if (consultationId) {
      await expireDue({ ...act, doer: 'bot' }, { id: consultationId });
      await retell(deps, tx, { key: `${NOTICES.offered}:${consultationId}` });
    }
    return ok();
  });
