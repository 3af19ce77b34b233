import { type Actor, speaksFor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { NOTICES } from '../ids.ts';
import { type EventRow, eventById, type RegistrationRow, registrationsOf } from '../queries/index.ts';
import { mayManage } from '../rules/index.ts';
import { certificateKey, notifyAll, type Spec, toldBy } from './say.ts';

export type CertificateWish = {
  readonly eventId: string;
  /** `mine`: to me. An organisation's id: to its channel, for all its people who were there. `all`: to everybody, by staff. */
  readonly whose: 'mine' | 'all' | { readonly invitationId: string };
  readonly channelId: string | null;
};

type Refusal = 'not_yours' | 'not_held' | 'nobody';

function chosen(wish: CertificateWish, actor: Actor, event: EventRow, present: readonly RegistrationRow[]) {
  const { whose, channelId } = wish;
  if (whose === 'mine') return present.filter(({ personId }) => personId === actor.personId);
  const isStaff = mayManage(actor, event.cohortId);
  if (whose === 'all') return isStaff ? present : null;
  return present.filter(({ invitation }) => {
    if (!invitation || invitation.id !== whose.invitationId) return false;
    const { organisationId, channelId: channel } = invitation.participation;
    return isStaff || speaksFor(actor, { cohortId: event.cohortId, organisationId, channelId: channel }, channelId);
  });
}

/** Into the organisation's channel when it was asked for there, or when the person is not in Slack; else by a direct message. */
function specOf({ id, personId, person, invitation }: RegistrationRow, wish: CertificateWish, at: Date): Spec | null {
  const channel = invitation?.participation.channelId ?? null;
  const isByChannel = typeof wish.whose === 'object' || (wish.whose === 'all' && person.slackUserId === null);
  if (isByChannel && channel === null) return null;
  const to = isByChannel && channel !== null ? { channel } : { person: personId };
  const way = isByChannel ? 'channel' : 'person';
  const params = { registrationId: id };
  return { kind: NOTICES.certificate, params, to, key: certificateKey(id, way), at };
}

/**
 * Sends certificates of attendance as PDF, to each person and place once (CO-15). Gives how many go out now, and how many
 * were sent there before.
 */
export async function sendCertificates(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: CertificateWish,
): Promise<Outcome<{ readonly people: number; readonly before: number }, Refusal>> {
  return inTransaction(deps.db, async (tx) => {
    const event = await eventById(tx, wish.eventId);
    if (!event) return refuse('not_yours');
    const present = (await registrationsOf(tx, event.id)).filter(({ attendances }) => attendances.length > 0);
    const people = chosen(wish, actor, event, present);
    if (people === null) return refuse('not_yours');
    if (event.state !== 'held') return refuse('not_held');
    const specs = people.flatMap((one) => specOf(one, wish, now) ?? []);
    if (specs.length === 0) return refuse('nobody');
    const { cohortId } = event;
    const sent = await toldBy(
      tx,
      specs.map(({ key }) => key),
    );
    const fresh = specs.filter(({ key }) => !sent.has(key));
    if (fresh.length === 0) return ok({ people: 0, before: specs.length });
    await notifyAll(
      deps,
      tx,
      fresh.map((one) => ({ ...one, cohortId })),
    );
    const line = { act: 'events.certificates', subject: 'event', subjectId: event.id, cohortId };
    await record(deps, tx, actor, now, { ...line, detail: { people: fresh.length } });
    return ok({ people: fresh.length, before: specs.length - fresh.length });
  });
}
