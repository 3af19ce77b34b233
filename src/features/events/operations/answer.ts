import { type Actor, represents } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { representativesOf } from '../../organisations/public.ts';
import { type EventRow, type InvitationRow, invitationById } from '../queries/index.ts';
import {
  type Choice,
  canLeave,
  canPassOn,
  choiceOf,
  isCounted,
  isOpen,
  mayAnswer,
  mayManage,
  needsReason,
  registrationStateOf,
  stateOf,
} from '../rules/index.ts';
import { lockEvent } from './lock.ts';
import { turnQueue } from './queue.ts';
import { showAgain, showOffers } from './say.ts';
import { passOn, type Seating, seat, step } from './seat.ts';

export type AnswerRefusal =
  | 'not_yours'
  | 'not_open'
  | 'sign_up_over'
  | 'too_many'
  | 'not_representative'
  | 'elsewhere'
  | 'nobody'
  | 'reason_missing'
  | 'was_there'
  | 'begun';

/** An answer of an organisation, under the lock of its event. */
export type Answering = {
  readonly event: EventRow;
  readonly invitation: InvitationRow;
  readonly seating: Seating;
  /** Staff may do after the end of sign-up what the organisation may not. */
  readonly isStaff: boolean;
};

export type Where = { readonly invitationId: string; readonly channelId: string | null };

/** Runs an answer of an organisation in a transaction that holds the event; refuses whoever may not answer for it. */
export async function answering<T, R extends string>(
  deps: Deps,
  actor: Actor,
  now: Date,
  { invitationId, channelId }: Where,
  work: (of: Answering) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | 'not_yours' | 'not_open'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const before = await tx.eventInvitation.findUnique({ where: { id: invitationId }, select: { eventId: true } });
      const event = before && (await lockEvent(tx, before.eventId));
      const invitation = event && (await invitationById(tx, invitationId));
      if (!event || !invitation) return refuse('not_yours');
      const { organisation, channelId: channel, organisationId } = invitation.participation;
      const invited = { cohortId: event.cohortId, organisationId, channelId: channel };
      if (!mayAnswer(actor, invited, channelId)) return refuse('not_yours');
      if (!isOpen(stateOf(event.state))) return refuse('not_open');
      const isStaff = mayManage(actor, event.cohortId);
      const isOwn = represents(actor, organisationId) || !isStaff;
      const { id: eventId, cohortId } = event;
      const seating = { deps, tx, actor, now, eventId, cohortId, onBehalfOf: isOwn ? null : organisation.name };
      return work({ event, invitation, seating, isStaff });
    },
    30,
  );
}

/** Writes that the organisation has answered, and has everything show it. `state`: how it stands now. */
export async function answered(
  { seating, event, invitation }: Answering,
  state: 'answered' | 'declined' | 'excused',
  reason: string | null = null,
): Promise<void> {
  const { deps, tx, actor, now, onBehalfOf, cohortId } = seating;
  const data = { state, reason, answeredAt: now, answeredBy: actor.personId };
  await tx.eventInvitation.update({ where: { id: invitation.id }, data });
  const others = await turnQueue(deps, tx, event, now);
  const invitationIds = [...new Set([invitation.id, ...others.invitationIds])];
  await showAgain(deps, tx, event.id, { ...others, invitationIds });
  const line = { act: 'events.answer', subject: 'invitation', subjectId: invitation.id, cohortId };
  await record(deps, tx, actor, now, { ...line, from: invitation.state, to: state, reason, onBehalfOf });
}

export type SignedUp = {
  /** Names of those who go, and of those who wait, after the answer. */
  readonly going: readonly string[];
  readonly waiting: readonly string[];
};

export async function standingNow(tx: Tx, invitationId: string): Promise<SignedUp> {
  const rows = await tx.registration.findMany({ where: { invitationId }, include: { person: true } });
  const named = (...states: readonly string[]) =>
    rows.filter(({ state }) => states.includes(state)).map(({ person }) => person.name);
  return { going: named('going', 'attended', 'absent'), waiting: named('waiting', 'offered') };
}

type Seated = InvitationRow['registrations'][number];
type Chosen = Where & { readonly personIds: readonly string[] };

const countedOf = ({ invitation }: Answering): readonly Seated[] =>
  invitation.registrations.filter(({ state }) => isCounted(registrationStateOf(state)));

/** Whether all of these people represent the organisation now. */
export async function areOfOrganisation(
  { invitation, seating }: Answering,
  personIds: readonly string[],
): Promise<boolean> {
  const people = await representativesOf(seating.tx, invitation.participation.organisationId);
  return personIds.every((id) => people.some(({ personId }) => personId === id));
}

/** Why people cannot be chosen; null: they can. */
async function whyNot(of: Answering, { wanted, passing, leaving, fresh }: Choice<Seated>) {
  const { event, invitation, seating, isStaff } = of;
  const { tx, now } = seating;
  if (now >= event.endsAt) return 'begun';
  if (now >= event.signUpUntil && !isStaff) return 'sign_up_over';
  if (wanted.size > invitation.seats) return 'too_many';
  if (wanted.size === 0 && leaving.length === 0) return 'nobody';
  if (!leaving.every(canLeave) || !passing.every(({ from }) => canPassOn(from))) return 'was_there';
  if (wanted.size === 0 && needsReason(event, now)) return 'reason_missing';
  const all = [...passing.map(({ personId }) => personId), ...fresh];
  if (!(await areOfOrganisation(of, all))) return 'not_representative';
  const others = await tx.registration.findMany({ where: { eventId: event.id, personId: { in: all } } });
  return others.some(({ state }) => isCounted(registrationStateOf(state))) ? 'elsewhere' : null;
}

/**
 * An organisation says who goes: those chosen are seated or wait, the others of its people give their seats back. Whoever
 * comes instead of somebody gets their seat, or their place in the queue (OR-13, CO-15). Refuses after the end of sign-up
 * (staff may all the same), more people than its seats, people who do not represent it, nobody at all where that needs a
 * reason, and to leave out somebody who was there already.
 */
export async function chooseWhoGoes(
  deps: Deps,
  actor: Actor,
  now: Date,
  chosen: Chosen,
): Promise<Outcome<SignedUp, AnswerRefusal>> {
  return answering(deps, actor, now, chosen, async (of): Promise<Outcome<SignedUp, AnswerRefusal>> => {
    const { invitation, seating } = of;
    const choice = choiceOf(countedOf(of), chosen.personIds);
    const reason = await whyNot(of, choice);
    if (reason) return refuse(reason);
    for (const { from, personId } of choice.passing) await passOn(seating, from, personId);
    for (const row of choice.leaving) await step(seating, row, 'decline', { reason: null });
    for (const personId of choice.fresh)
      await seat(seating, { personId, invitationId: invitation.id, standing: 'organisation' });
    await showOffersOf(of, [...choice.passing.map(({ from }) => from), ...choice.leaving]);
    await answered(of, choice.wanted.size > 0 ? 'answered' : 'declined');
    return ok(await standingNow(seating.tx, invitation.id));
  });
}

const showOffersOf = ({ seating: { deps, tx } }: Answering, rows: readonly Seated[]): Promise<void> =>
  showOffers(
    deps,
    tx,
    rows.map(({ id }) => id),
  );

/** Whoever only waited is not excused: there was no seat to come to. */
const leavingAct = ({ state }: Seated, to: 'excused' | 'declined'): 'excuse' | 'decline' =>
  to === 'excused' && state === 'going' ? 'excuse' : 'decline';

/**
 * An organisation does not come. After the end of sign-up, and for a required event, with a reason: it is excused then,
 * and a required event stays open as a gap (OR-13). Whoever was there already stays on the list, and the organisation has
 * come; with nobody else to give a seat back it is refused.
 */
export async function declineInvitation(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: Where & { readonly reason: string | null },
): Promise<Outcome<'declined' | 'excused', AnswerRefusal>> {
  return answering(deps, actor, now, wish, async (of): Promise<Outcome<'declined' | 'excused', AnswerRefusal>> => {
    const { event, invitation, seating } = of;
    const { reason } = wish;
    const to = needsReason(event, now) ? 'excused' : 'declined';
    if (now >= event.endsAt) return refuse('begun');
    if (to === 'excused' && reason === null) return refuse('reason_missing');
    const leaving = countedOf(of).filter(canLeave);
    const wasThere = invitation.registrations.some(({ attendances }) => attendances.length > 0);
    if (wasThere && leaving.length === 0) return refuse('was_there');
    for (const row of leaving) await step(seating, row, leavingAct(row, to), { reason });
    await showOffersOf(of, leaving);
    await answered(of, wasThere ? 'answered' : to, reason);
    return ok(to);
  });
}

/** New dates suit those who go: they keep their seats (CO-14). Said twice is said once. */
export async function confirmDates(
  deps: Deps,
  actor: Actor,
  now: Date,
  where: Where,
): Promise<Outcome<SignedUp, AnswerRefusal>> {
  return answering(deps, actor, now, where, async (of) => {
    const { invitation, seating } = of;
    const toConfirm = { invitationId: invitation.id, isToConfirm: true };
    const data = { isToConfirm: false, version: { increment: 1 } };
    const { count } = await seating.tx.registration.updateMany({ where: toConfirm, data });
    const standing = await standingNow(seating.tx, invitation.id);
    if (count === 0) return standing.going.length > 0 ? ok(standing) : refuse('nobody');
    await answered(of, 'answered');
    return ok(standing);
  });
}
