import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { addOutsider } from '../../people/public.ts';
import { canPassOn, isCounted, registrationStateOf } from '../rules/index.ts';
import {
  type AnswerRefusal,
  answered,
  answering,
  areOfOrganisation,
  type SignedUp,
  standingNow,
  type Where,
} from './answer.ts';
import { ownSeating } from './own.ts';
import { showOffers } from './say.ts';
import { passOn, step } from './seat.ts';

export type SwapWish = Where & {
  /** Whose seat it is. */
  readonly registrationId: string;
  /** Who comes instead: a person who is known, or the name of somebody outside Slack. */
  readonly by: { readonly personId: string } | { readonly name: string };
};

/**
 * Somebody else comes for an organisation (CO-15, 39): the seat, or the place in the queue, passes on, so that its limit
 * holds; what the first was present at stays theirs. Possible until the event is over; staff may do it for them. Refuses a
 * known person who does not represent the organisation.
 */
export async function swapPerson(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: SwapWish,
): Promise<Outcome<SignedUp, AnswerRefusal>> {
  return answering(deps, actor, now, wish, async (of) => {
    const { invitation, seating, event } = of;
    const { tx } = seating;
    const row = invitation.registrations.find(({ id }) => id === wish.registrationId);
    if (!row || !canPassOn(row)) return refuse('nobody');
    if (now >= event.endsAt) return refuse('begun');
    const { by } = wish;
    if ('personId' in by && !(await areOfOrganisation(of, [by.personId]))) return refuse('not_representative');
    const personId = 'personId' in by ? by.personId : await addOutsider(deps, tx, now, by.name);
    const known = await tx.registration.findUnique({ where: { eventId_personId: { eventId: event.id, personId } } });
    if (known && isCounted(registrationStateOf(known.state))) return refuse('elsewhere');
    await passOn(seating, row, personId);
    await showOffers(deps, tx, [row.id]);
    await answered(of, 'answered');
    return ok(await standingNow(tx, invitation.id));
  });
}

/** Takes a seat that was offered, for the person or, in its channel, by anybody of the organisation. */
export async function claimSeat(
  deps: Deps,
  actor: Actor,
  now: Date,
  { registrationId, channelId }: { readonly registrationId: string; readonly channelId: string | null },
): Promise<Outcome<{ readonly name: string }, AnswerRefusal | 'offer_over'>> {
  const found = await deps.db.registration.findUnique({ where: { id: registrationId }, include: { person: true } });
  if (!found) return refuse('not_yours');
  const { name } = found.person;
  if (found.invitationId !== null)
    return answering(deps, actor, now, { invitationId: found.invitationId, channelId }, async (of) => {
      const row = of.invitation.registrations.find(({ id }) => id === registrationId);
      if (row?.state !== 'offered' || (row.offeredUntil ?? now) <= now) return refuse('offer_over');
      await step(of.seating, row, 'claim');
      await showOffers(deps, of.seating.tx, [registrationId]);
      await answered(of, 'answered');
      return ok({ name });
    });
  if (found.personId !== actor.personId) return refuse('not_yours');
  return claimOwn(deps, actor, now, { ...found, name });
}

type Own = { readonly id: string; readonly eventId: string; readonly name: string };

async function claimOwn(deps: Deps, actor: Actor, now: Date, { id, eventId, name }: Own) {
  return inTransaction(deps.db, (tx) =>
    ownSeating({ deps, tx, actor, now }, { eventId, personId: actor.personId }, async (seating) => {
      const row = await tx.registration.findUniqueOrThrow({ where: { id } });
      if (row.state !== 'offered' || (row.offeredUntil ?? now) <= now) return refuse('offer_over');
      await step(seating, row, 'claim');
      await showOffers(deps, tx, [id]);
      return ok({ name });
    }),
  );
}
