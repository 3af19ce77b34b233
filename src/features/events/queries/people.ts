import type { Db, Tx } from '../../../platform/db/client.ts';

const withPeople = {
  registrations: { include: { person: true, attendances: true }, orderBy: { id: 'asc' } },
  participation: { include: { organisation: true } },
} as const;

/** An organisation's invitation with its people and the event; null when there is none. */
export const invitationById = (db: Db | Tx, id: string) =>
  db.eventInvitation.findUnique({
    where: { id },
    include: { ...withPeople, event: { include: { cohort: true, sessions: { orderBy: { startsAt: 'asc' } } } } },
  });

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof invitationById>>>;

/** The invitations of an event with their people, by the organisation's name. */
export const invitationsOf = (db: Db | Tx, eventId: string) =>
  db.eventInvitation.findMany({
    where: { eventId },
    include: withPeople,
    orderBy: [{ participation: { organisation: { name: 'asc' } } }, { id: 'asc' }],
  });

/** Everybody who ever signed up for an event, in the order of names, with where and when they were. */
export const registrationsOf = (db: Db | Tx, eventId: string) =>
  db.registration.findMany({
    where: { eventId },
    include: {
      person: true,
      attendances: { orderBy: { date: 'asc' } },
      invitation: { include: { participation: { include: { organisation: true } } } },
    },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
  });

export type RegistrationRow = Awaited<ReturnType<typeof registrationsOf>>[number];

/** A registration with the event and the organisation; null when there is none. */
export const registrationById = (db: Db | Tx, id: string) =>
  db.registration.findUnique({
    where: { id },
    include: {
      person: true,
      attendances: { orderBy: { date: 'asc' } },
      event: { include: { cohort: true, sessions: { orderBy: { startsAt: 'asc' } } } },
      invitation: { include: { participation: { include: { organisation: true } } } },
    },
  });

export type WholeRegistration = NonNullable<Awaited<ReturnType<typeof registrationById>>>;

export const registrationOfPerson = (db: Db | Tx, eventId: string, personId: string) =>
  db.registration.findUnique({ where: { eventId_personId: { eventId, personId } } });

/** The invitations of these organisations to an event. */
export const invitationsOfOrganisations = (db: Db | Tx, eventId: string, organisationIds: readonly string[]) =>
  db.eventInvitation.findMany({
    where: { eventId, participation: { organisationId: { in: [...organisationIds] } } },
    include: { participation: true },
    orderBy: { id: 'asc' },
  });
