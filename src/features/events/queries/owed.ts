import type { Db, Tx } from '../../../platform/db/client.ts';

type Reader = Db | Tx;
const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
const onlyId = { select: { id: true } } as const;
const among = (ids: readonly string[]) => ({ in: [...ids] });

export const allEvents = async (db: Reader): Promise<readonly string[]> => idsOf(await db.event.findMany(onlyId));
export const allInvitations = async (db: Reader): Promise<readonly string[]> =>
  idsOf(await db.eventInvitation.findMany(onlyId));

export const invitationsOfEvents = async (db: Reader, ids: readonly string[]): Promise<readonly string[]> =>
  idsOf(await db.eventInvitation.findMany({ where: { eventId: among(ids) }, ...onlyId }));

export const invitationsOfPlaces = async (db: Reader, ids: readonly string[]): Promise<readonly string[]> =>
  idsOf(await db.eventInvitation.findMany({ where: { participationId: among(ids) }, ...onlyId }));

/** Events with what decides who of those that come for themselves owes something. */
export const eventsAmong = (db: Reader, ids: readonly string[]) =>
  db.event.findMany({ where: { id: among(ids) }, include: { registrations: { where: { invitationId: null } } } });

/** Invitations with what decides what the organisation owes. */
export const invitationsAmong = (db: Reader, ids: readonly string[]) =>
  db.eventInvitation.findMany({
    where: { id: among(ids) },
    include: { event: true, participation: true, registrations: true },
  });

/** The invitations, or the events of those who come for themselves, to which registrations belong. */
export async function ownersOfRegistrations(db: Reader, ids: readonly string[]) {
  const rows = await db.registration.findMany({
    where: { id: among(ids) },
    select: { eventId: true, invitationId: true },
  });
  const invitations = rows.flatMap(({ invitationId }) => invitationId ?? []);
  const events = rows.flatMap(({ invitationId, eventId }) => (invitationId === null ? eventId : []));
  return { invitations: [...new Set(invitations)], events: [...new Set(events)] };
}
