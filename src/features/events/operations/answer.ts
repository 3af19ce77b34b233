import { type Actor, represents } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { representativesOf } from '../../organisations/public.ts';
import { type EventRow, type InvitationRow, invitationById } from '../queries/index.ts';
import { isCounted, isOpen, mayAnswer, mayManage, registrationStateOf, stateOf } from '../rules/index.ts';
import { lockEvent } from './lock.ts';
import { turnQueue } from './queue.ts';
import { showAgain, showOffers } from './say.ts';
import { type Seating, seat, step } from './seat.ts';

export type AnswerRefusal =
  | 'not_yours'
  | 'not_open'
  | 'sign_up_over'
  | 'too_many'
  | 'not_representative'
  | 'elsewhere'
  | 'nobody'
  | 'reason_missing'
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

type Chosen = Where & { readonly personIds: readonly string[] };

type Choice = {
  readonly wanted: ReadonlySet<string>;
  /** Those who go or wait and are not chosen any more. */
  readonly leaving: readonly InvitationRow['registrations'][number][];
  readonly fresh: readonly string[];
};

function choiceOf({ invitation }: Answering, personIds: readonly string[]): Choice {
  const wanted = new Set(personIds);
  const counted = invitation.registrations.filter(({ state }) => isCounted(registrationStateOf(state)));
  return {
    wanted,
    fresh: [...wanted].filter((id) => !counted.some(({ personId }) => personId === id)),
    leaving: counted.filter(({ personId }) => !wanted.has(personId)),
  };
}

/** Why people cannot be chosen; null: they can. */
async function whyNot(of: Answering, { wanted, leaving, fresh }: Choice): Promise<AnswerRefusal | null> {
  const { event, invitation, seating, isStaff } = of;
  const { tx, now } = seating;
  if (now >= event.endsAt) return 'begun';
  if (now >= event.signUpUntil && !isStaff) return 'sign_up_over';
  if (wanted.size > invitation.seats) return 'too_many';
  if (wanted.size === 0 && leaving.length === 0) return 'nobody';
  const people = await representativesOf(tx, invitation.participation.organisationId);
  if (fresh.some((id) => !people.some(({ personId }) => personId === id))) return 'not_representative';
  const others = await tx.registration.findMany({ where: { eventId: event.id, personId: { in: [...fresh] } } });
  return others.some(({ state }) => isCounted(registrationStateOf(state))) ? 'elsewhere' : null;
}

/**
 * An organisation says who goes: those chosen are seated or wait, the others of its people give their seats back (OR-13).
 * Refuses after the end of sign-up (staff may all the same), more people than its seats, and people who do not represent it.
 */
export async function chooseWhoGoes(
  deps: Deps,
  actor: Actor,
  now: Date,
  chosen: Chosen,
): Promise<Outcome<SignedUp, AnswerRefusal>> {
  return answering(deps, actor, now, chosen, async (of): Promise<Outcome<SignedUp, AnswerRefusal>> => {
    const { invitation, seating } = of;
    const choice = choiceOf(of, chosen.personIds);
    const reason = await whyNot(of, choice);
    if (reason) return refuse(reason);
    await giveBack(of, choice.leaving, () => 'decline', null);
    for (const personId of choice.fresh)
      await seat(seating, { personId, invitationId: invitation.id, standing: 'organisation' });
    await answered(of, choice.wanted.size > 0 ? 'answered' : 'declined');
    return ok(await standingNow(seating.tx, invitation.id));
  });
}

type Seated = InvitationRow['registrations'][number];

/** People of an organisation give their seats or places in the queue back. */
async function giveBack(
  { seating }: Answering,
  rows: readonly Seated[],
  how: (row: Seated) => 'decline' | 'excuse',
  reason: string | null,
): Promise<void> {
  for (const row of rows) await step(seating, row, how(row), { reason });
  await showOffers(
    seating.deps,
    seating.tx,
    rows.map(({ id }) => id),
  );
}

/**
 * An organisation does not come. After the end of sign-up, and for a required event, with a reason: it is excused then,
 * and a required event stays open as a gap (OR-13).
 */
export async function declineInvitation(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: Where & { readonly reason: string | null },
): Promise<Outcome<'declined' | 'excused', AnswerRefusal>> {
  return answering(deps, actor, now, wish, async (of): Promise<Outcome<'declined' | 'excused', AnswerRefusal>> => {
    const { event, invitation } = of;
    const { reason } = wish;
    const isExcuse = event.isRequired || now >= event.signUpUntil;
    if (now >= event.endsAt) return refuse('begun');
    if (isExcuse && reason === null) return refuse('reason_missing');
    const counted = invitation.registrations.filter(({ state }) => isCounted(registrationStateOf(state)));
    await giveBack(of, counted, ({ state }) => (isExcuse && state === 'going' ? 'excuse' : 'decline'), reason);
    await answered(of, isExcuse ? 'excused' : 'declined', reason);
    return ok(isExcuse ? 'excused' : 'declined');
  });
}

/** New dates suit those who go: they keep their seats (CO-14). */
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
    if (count === 0) return refuse('nobody');
    await answered(of, 'answered');
    return ok(await standingNow(seating.tx, invitation.id));
  });
}
