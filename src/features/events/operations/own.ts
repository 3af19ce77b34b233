import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { actorById } from '../../people/public.ts';
import { NOTICES } from '../ids.ts';
import { type EventRow, eventById, invitationsOfOrganisations } from '../queries/index.ts';
import {
  canLeave,
  isCounted,
  isOpen,
  mayManage,
  needsReason,
  ownStanding,
  registrationStateOf,
  stateOf,
} from '../rules/index.ts';
import { type AnswerRefusal, answered, answering } from './answer.ts';
import { lockEvent } from './lock.ts';
import { turnQueue } from './queue.ts';
import { notifyAll, ownKey, showAgain, showOffers } from './say.ts';
import { type Seating, seat, step } from './seat.ts';

export type OwnRefusal = AnswerRefusal | 'not_for_you';

/** Somebody who comes for no organisation, at an event. */
type Own = { readonly eventId: string; readonly personId: string };

/** Runs what is done about somebody who comes for no organisation; then the queue moves on and everything shows it. */
export async function ownSeating<T, R extends string>(
  { deps, tx, actor, now }: Doing,
  { eventId, personId }: Own,
  work: (seating: Seating, event: EventRow) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | 'not_open'>> {
  const event = await lockEvent(tx, eventId);
  if (!event || !isOpen(stateOf(event.state))) return refuse('not_open');
  const { cohortId } = event;
  const outcome = await work({ deps, tx, actor, now, eventId, cohortId, onBehalfOf: null }, event);
  if (!outcome.ok) return outcome;
  const others = await turnQueue(deps, tx, event, now);
  const own = await tx.registration.findMany({ where: { eventId, personId, invitationId: null } });
  await showAgain(deps, tx, eventId, { ...others, ownIds: [...others.ownIds, ...own.map(({ id }) => id)] });
  return outcome;
}

/** Seats an expert or a guest, and has them told. Twice is once. */
async function signUpAlone(doing: Doing, own: Own, standing: 'expert' | 'guest') {
  const { deps, tx, now } = doing;
  const { eventId, personId } = own;
  return ownSeating(doing, own, async (seating, event): Promise<Outcome<SelfSignedUp, OwnRefusal>> => {
    const isStaff = mayManage(doing.actor, event.cohortId);
    if (now >= event.endsAt) return refuse('begun');
    if (now >= event.signUpUntil && !isStaff) return refuse('sign_up_over');
    const known = await tx.registration.findUnique({ where: { eventId_personId: { eventId, personId } } });
    if (known && isCounted(registrationStateOf(known.state))) return ok({ state: known.state });
    const state = await seat(seating, { personId, invitationId: null, standing });
    const { id } = await tx.registration.findUniqueOrThrow({ where: { eventId_personId: { eventId, personId } } });
    const to = { person: personId };
    const spec = { kind: NOTICES.own, params: { registrationId: id }, to, key: ownKey(id), at: now };
    await notifyAll(deps, tx, [{ ...spec, cohortId: event.cohortId }]);
    return ok({ state });
  });
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
    const own = { eventId, personId: actor.personId };
    return inTransaction(deps.db, (tx) => signUpAlone({ deps, tx, actor, now }, own, standing), 30);
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

/**
 * Staff sign somebody up who comes for themself: an expert, or a guest of an information event; until the event is over.
 * Refuses others than staff, people the bot cannot know, who represents an organisation that is asked (it is signed up for
 * that one), and guests of other events.
 */
export async function signUpFor(
  deps: Deps,
  actor: Actor,
  now: Date,
  { eventId, personId }: Own,
): Promise<Outcome<SelfSignedUp, OwnRefusal | 'not_allowed' | 'not_known' | 'by_organisation' | 'no_guests'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const event = await eventById(tx, eventId);
      if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
      const person = await actorById(deps, tx, personId);
      if (!person) return refuse('not_known');
      const asked = await invitationsOfOrganisations(tx, eventId, person.organisationIds);
      if (asked.length > 0) return refuse('by_organisation');
      const standing = ownStanding(person, event.cohortId, event.kind);
      if (!standing) return refuse('no_guests');
      return signUpAlone({ deps, tx, actor, now }, { eventId, personId }, standing);
    },
    30,
  );
}

/** A representative gives their own seat back; the last of an organisation may need a reason, which it gives itself. */
const leaveOrganisation = (
  deps: Deps,
  actor: Actor,
  now: Date,
  row: { readonly id: string; readonly invitationId: string },
): Promise<Outcome<true, OwnRefusal>> =>
  answering(deps, actor, now, { invitationId: row.invitationId, channelId: null }, async (of) => {
    const { event, invitation, seating } = of;
    if (now >= event.endsAt) return refuse('begun');
    const own = invitation.registrations.find(({ id }) => id === row.id);
    if (!own || !canLeave(own)) return refuse('was_there');
    const others = invitation.registrations.filter(
      ({ id, state, attendances }) =>
        id !== row.id && (attendances.length > 0 || isCounted(registrationStateOf(state))),
    );
    if (others.length === 0 && needsReason(event, now)) return refuse('reason_missing');
    await step(seating, own, 'decline');
    await showOffers(deps, seating.tx, [row.id]);
    await answered(of, others.length > 0 ? 'answered' : 'declined');
    return ok(true);
  });

/**
 * Somebody who signed up gives the seat back; an expert or guest for themself, a representative their own seat. Refuses
 * whoever was there already, and the last of an organisation where it needs a reason (`reason_missing`, OR-13).
 */
export async function declineSelf(
  deps: Deps,
  actor: Actor,
  now: Date,
  eventId: string,
): Promise<Outcome<true, OwnRefusal>> {
  const { personId } = actor;
  const row = await deps.db.registration.findUnique({ where: { eventId_personId: { eventId, personId } } });
  if (!row || !isCounted(registrationStateOf(row.state))) return refuse('nobody');
  const { id, invitationId } = row;
  if (invitationId !== null) return leaveOrganisation(deps, actor, now, { id, invitationId });
  return inTransaction(deps.db, (tx) =>
    ownSeating({ deps, tx, actor, now }, { eventId, personId }, async (seating, event) => {
      if (now >= event.endsAt) return refuse('begun');
      const fresh = await tx.registration.findUniqueOrThrow({ where: { id } });
      if (!(await step(seating, fresh, 'decline'))) return refuse('was_there');
      await showOffers(deps, tx, [id]);
      return ok(true);
    }),
  );
}

/** New dates suit an expert or guest. Said twice is said once. */
export async function confirmSelf(
  deps: Deps,
  actor: Actor,
  now: Date,
  eventId: string,
): Promise<Outcome<true, OwnRefusal>> {
  const { personId } = actor;
  return inTransaction(deps.db, (tx) =>
    ownSeating({ deps, tx, actor, now }, { eventId, personId }, async ({ cohortId }) => {
      const where = { eventId, personId, state: { in: ['going', 'attended'] } };
      const mine = await tx.registration.findFirst({ where });
      if (!mine) return refuse('nobody');
      const { id, state, isToConfirm } = mine;
      if (!isToConfirm) return ok(true);
      await tx.registration.update({ where: { id }, data: { isToConfirm: false, version: { increment: 1 } } });
      const line = { act: 'events.confirm_dates', subject: 'registration', subjectId: id, cohortId };
      await record(deps, tx, actor, now, { ...line, from: state, to: state });
      return ok(true);
    }),
  );
}
