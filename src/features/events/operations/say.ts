import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type notify, notifyAll, retell, toldBy } from '../../notices/public.ts';
import { touchCard } from '../../participations/public.ts';
import { NOTICES } from '../ids.ts';
import type { EventRow } from '../queries/index.ts';

export type Spec = Parameters<typeof notify>[2];

const cardKey = (eventId: string): string => `${NOTICES.card}:${eventId}`;
const invitationKey = (invitationId: string): string => `${NOTICES.invitation}:${invitationId}`;
export const ownKey = (registrationId: string): string => `${NOTICES.own}:${registrationId}`;

/** The card in the cohort's channel, which is put right ever after. */
export function cardSpec({ id, cohort, cohortId }: EventRow, at: Date): readonly Spec[] {
  const { channelId: channel } = cohort;
  if (!channel) return [];
  return [{ kind: NOTICES.card, params: { eventId: id }, to: { channel }, key: cardKey(id), at, cohortId }];
}

/** What tells of a change of an event to an organisation (by its invitation) or to somebody who comes for themself. */
export const changedKey = (changeId: string, id: string): string => `${NOTICES.changed}:${changeId}:${id}`;
export const certificateKey = (registrationId: string, way: 'channel' | 'person'): string =>
  `${NOTICES.certificate}:${registrationId}:${way}`;

type Invited = { readonly id: string; readonly participation: { readonly channelId: string | null } };

/** The invitation in an organisation's channel, which is put right ever after; nothing while it has no channel. */
export function invitationSpec({ id, participation }: Invited, cohortId: string, at: Date): readonly Spec[] {
  const { channelId: channel } = participation;
  if (!channel) return [];
  const params = { invitationId: id };
  return [{ kind: NOTICES.invitation, params, to: { channel }, key: invitationKey(id), at, cohortId }];
}

/** Whose messages and cards show it: everybody's, or those of these organisations and of these who come for themselves. */
export type Concerned = 'all' | { readonly invitationIds: readonly string[]; readonly ownIds: readonly string[] };

/** The cohort's card, and the invitations and messages of whoever is concerned, show how it is now; also those of changes. */
export async function showAgain(deps: Deps, tx: Tx, eventId: string, whose: Concerned): Promise<void> {
  const isAll = whose === 'all';
  const invitations = await tx.eventInvitation.findMany({
    where: isAll ? { eventId } : { id: { in: [...whose.invitationIds] } },
    select: { id: true, participationId: true },
  });
  const own = isAll
    ? await tx.registration.findMany({ where: { eventId, invitationId: null }, select: { id: true } })
    : whose.ownIds.map((id) => ({ id }));
  const changes = await tx.eventChange.findMany({ where: { eventId }, select: { id: true } });
  const keys = [
    cardKey(eventId),
    ...invitations.map(({ id }) => invitationKey(id)),
    ...own.map(({ id }) => ownKey(id)),
    ...changes.flatMap((change) => [...invitations, ...own].map(({ id }) => changedKey(change.id, id))),
  ];
  await retell(deps, tx, { key: { in: keys } });
  for (const { participationId } of invitations) await touchCard(deps, tx, participationId);
}

/** Messages that offered a seat show what has become of the offer. */
export const showOffers = (deps: Deps, tx: Tx, registrationIds: readonly string[]): Promise<void> =>
  retell(deps, tx, { OR: registrationIds.map((id) => ({ key: { startsWith: `${NOTICES.offer}:${id}:` } })) });

/** Certificates that were sent say what the list of who was there says now. */
export const showCertificates = (deps: Deps, tx: Tx, registrationIds: readonly string[]): Promise<void> =>
  retell(deps, tx, {
    key: { in: registrationIds.flatMap((id) => [certificateKey(id, 'channel'), certificateKey(id, 'person')]) },
  });

export { notifyAll, toldBy };
