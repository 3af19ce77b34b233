import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { OPEN_STATES as OPEN_PLACES } from '../../participations/public.ts';
import { type EventRow, invitationsOf } from '../queries/index.ts';
import { isOpen, mayManage, next, stateOf } from '../rules/index.ts';
import { lockEvent } from './lock.ts';
import { cardSpec, invitationSpec, notifyAll } from './say.ts';

type Refusal = 'not_allowed' | 'not_possible' | 'changed_meanwhile' | 'in_past' | 'sign_up_past';
export type Announcing = { readonly id: string; readonly version: number; readonly provisional: boolean };

/**
 * Invites every organisation of the cohort that is in the programme, has its channel, and was not invited yet, and says so
 * there. Gives how many were new.
 */
async function inviteAll(deps: Deps, tx: Tx, event: EventRow, now: Date): Promise<number> {
  const { id: eventId, cohortId, seatsPerOrganisation: seats } = event;
  const places = await tx.participation.findMany({
    where: { cohortId, state: { in: [...OPEN_PLACES] }, channelId: { not: null }, invitations: { none: { eventId } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const rows = places.map(({ id }) => ({
    ...{ id: deps.ids.next(), eventId, participationId: id, state: 'invited', seats, taken: 0 },
  }));
  await tx.eventInvitation.createMany({ data: rows, skipDuplicates: true });
  const all = await invitationsOf(tx, eventId);
  await notifyAll(
    deps,
    tx,
    all.flatMap((one) => invitationSpec(one, cohortId, now)),
  );
  return rows.length;
}

/**
 * Staff announce an event: the cohort's channel gets its card, each organisation's channel an invitation with buttons
 * (guests and people of other workspaces act there). `provisional`: its dates are still to be confirmed. Refuses one that
 * has begun, or whose sign-up is over.
 */
export async function announceEvent(
  deps: Deps,
  actor: Actor,
  now: Date,
  { id, version, provisional }: Announcing,
): Promise<Outcome<{ readonly invited: number }, Refusal>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const event = await lockEvent(tx, id);
      if (!event || !mayManage(actor, event.cohortId)) return refuse('not_allowed');
      const to = next(stateOf(event.state), provisional ? 'announce_provisional' : 'announce');
      if (!to) return refuse('not_possible');
      if (event.version !== version) return refuse('changed_meanwhile');
      if (event.startsAt <= now) return refuse('in_past');
      if (event.signUpUntil <= now) return refuse('sign_up_past');
      const data = { state: to, announcedAt: now, changedAt: now, version: { increment: 1 } };
      await tx.event.update({ where: { id }, data });
      await notifyAll(deps, tx, cardSpec(event, now));
      const invited = await inviteAll(deps, tx, event, now);
      const line = { act: 'events.announce', subject: 'event', subjectId: id, cohortId: event.cohortId };
      await record(deps, tx, actor, now, { ...line, from: 'draft', to, detail: { invited } });
      return ok({ invited });
    },
    60,
  );
}

/** Organisations that came after an event was announced are invited too. */
export async function inviteLater(deps: Deps, eventId: string, now: Date): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const event = await lockEvent(tx, eventId);
    if (!event || !isOpen(stateOf(event.state)) || event.startsAt <= now) return;
    const invited = await inviteAll(deps, tx, event, now);
    if (invited === 0) return;
    const line = { act: 'events.invite', subject: 'event', subjectId: eventId, cohortId: event.cohortId };
    await record(deps, tx, 'bot', now, { ...line, detail: { invited } });
  });
}
