import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { NOTICES } from '../ids.ts';
import { type EventRow, eventById, invitationsOfOrganisations } from '../queries/index.ts';
import { isCounted, isOpen, ownStanding, registrationStateOf, stateOf } from '../rules/index.ts';
import { type AnswerRefusal, answered, answering, standingNow } from './answer.ts';
import { lockEvent } from './lock.ts';
import { turnQueue } from './queue.ts';
import { notifyAll, ownKey, showAgain, showOffers } from './say.ts';
import { type Seating, seat, step } from './seat.ts';

export type OwnRefusal = AnswerRefusal | 'not_for_you';

/** Runs what somebody does who comes for no organisation; then the queue moves on and everything shows it. */
export async function ownSeating<T, R extends string>(
  { deps, tx, actor, now }: Doing,
  eventId: string,
  work: (seating: Seating, event: EventRow) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | 'not_open'>> {
  const event = await lockEvent(tx, eventId);
  if (!event || !isOpen(stateOf(event.state))) return refuse('not_open');
  const { cohortId } = event;
  const outcome = await work({ deps, tx, actor, now, eventId, cohortId, onBehalfOf: null }, event);
  if (!outcome.ok) return outcome;
  const others = await turnQueue(deps, tx, event, now);
  const own = await tx.registration.findMany({ where: { eventId, personId: actor.personId, invitationId: null } });
  await showAgain(deps, tx, eventId, { ...others, ownIds: [...others.ownIds, ...own.map(({ id }) => id)] });
  return outcome;
}

async function signUpAlone(doing: Doing, eventId: string, standing: 'expert' | 'guest') {
  const { deps, tx, actor, now } = doing;
  return ownSeating(
    doing,
    eventId,
    async (seating, event): Promise<Outcome<{ readonly state: string }, OwnRefusal>> => {
      if (now >= event.signUpUntil) return refuse('sign_up_over');
      const { personId } = actor;
      const known = await tx.registration.findUnique({ where: { eventId_personId: { eventId, personId } } });
      if (known && isCounted(registrationStateOf(known.state))) return ok({ state: known.state });
      const state = await seat(seating, { personId, invitationId: null, standing });
      const own = await tx.registration.findUniqueOrThrow({ where: { eventId_personId: { eventId, personId } } });
      const params = { registrationId: own.id };
      const to = { person: personId };
      const spec = { kind: NOTICES.own, params, to, key: ownKey(own.id), at: now, cohortId: event.cohortId };
      await notifyAll(deps, tx, [spec]);
      return ok({ state });
    },
  );
}

/** How somebody stands who pressed "sign up" on the cohort's card. */
export type SelfSignedUp = { readonly state: string };

/**
 * Somebody signs up themself, by the button on the cohort's card or in App Home: a representative to one of their
 * organisation's seats, an expert beside them, anybody as a guest of an information event. Twice is once.
 */
export async function signUpSelf(
  deps: Deps,
  actor: Actor,
  now: Date,
  eventId: string,
): Promise<Outcome<SelfSignedUp, OwnRefusal>> {
  const event = await eventById(deps.db, eventId);
  if (!event) return refuse('not_open');
  const [invitation] = await invitationsOfOrganisations(deps.db, eventId, actor.organisationIds);
  if (!invitation) {
    const standing = ownStanding(actor, event.cohortId, event.kind);
    if (!standing) return refuse('not_for_you');
    return inTransaction(deps.db, (tx) => signUpAlone({ deps, tx, actor, now }, eventId, standing), 30);
  }
  return answering(deps, actor, now, { invitationId: invitation.id, channelId: null }, async (of) => {
    const { seating, invitation: own, isStaff } = of;
    const { personId } = actor;
    if (now >= of.event.signUpUntil && !isStaff) return refuse('sign_up_over');
    const all = await seating.tx.registration.findMany({ where: { eventId, personId } });
    const known = all.find(({ state }) => isCounted(registrationStateOf(state)));
    if (known) return ok({ state: known.state });
    if (own.taken >= own.seats) return refuse('too_many');
    const state = await seat(seating, { personId, invitationId: own.id, standing: 'organisation' });
    await answered(of, 'answered');
    return ok({ state });
  });
}

/** Somebody who signed up gives the seat back; an expert or guest for themself, a representative their own seat. */
export async function declineSelf(
  deps: Deps,
  actor: Actor,
  now: Date,
  eventId: string,
): Promise<Outcome<true, OwnRefusal>> {
  const { personId } = actor;
  const row = await deps.db.registration.findUnique({ where: { eventId_personId: { eventId, personId } } });
  if (!row || !isCounted(registrationStateOf(row.state))) return refuse('nobody');
  if (row.invitationId !== null)
    return answering(deps, actor, now, { invitationId: row.invitationId, channelId: null }, async (of) => {
      if (now >= of.event.endsAt) return refuse('begun');
      const { tx } = of.seating;
      const fresh = of.invitation.registrations.find(({ id }) => id === row.id);
      if (!fresh || !(await step(of.seating, fresh, 'decline'))) return refuse('nobody');
      await showOffers(deps, tx, [row.id]);
      const left = await standingNow(tx, of.invitation.id);
      await answered(of, left.going.length + left.waiting.length > 0 ? 'answered' : 'declined');
      return ok(true);
    });
  return inTransaction(deps.db, (tx) =>
    ownSeating({ deps, tx, actor, now }, eventId, async (seating, event) => {
      if (now >= event.endsAt) return refuse('begun');
      const fresh = await tx.registration.findUniqueOrThrow({ where: { id: row.id } });
      if (!(await step(seating, fresh, 'decline'))) return refuse('nobody');
      await showOffers(deps, tx, [row.id]);
      return ok(true);
    }),
  );
}

/** New dates suit an expert or guest. */
export async function confirmSelf(
  deps: Deps,
  actor: Actor,
  now: Date,
  eventId: string,
): Promise<Outcome<true, OwnRefusal>> {
  return inTransaction(deps.db, (tx) =>
    ownSeating({ deps, tx, actor, now }, eventId, async ({ cohortId }) => {
      const mine = await tx.registration.findFirst({ where: { eventId, personId: actor.personId, isToConfirm: true } });
      if (!mine) return refuse('nobody');
      const { id, state } = mine;
      await tx.registration.update({ where: { id }, data: { isToConfirm: false, version: { increment: 1 } } });
      const line = { act: 'events.confirm_dates', subject: 'registration', subjectId: id, cohortId };
      await record(deps, tx, actor, now, { ...line, from: state, to: state });
      return ok(true);
    }),
  );
}
