import { type CivilMoment, civilOf } from '../../../core/calendar/index.ts';
import type { Owed } from '../../../core/owed.ts';
import type { RegistrationState } from './registration.ts';
import { type EventState, isOpen } from './state.ts';

/** An answer to an invitation, being there, new dates to be said yes to, and staff's closing of the list. */
export const MATTERS = {
  signUp: 'events.sign_up',
  attend: 'events.attend',
  confirm: 'events.confirm',
  close: 'events.close',
} as const;

type EventFacts = {
  readonly id: string;
  readonly cohortId: string;
  readonly state: EventState;
  readonly signUp: CivilMoment;
  readonly signUpUntil: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
};

type InvitationFacts = {
  readonly id: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly isPlaceOpen: boolean;
  readonly state: string;
  readonly registrations: readonly { readonly state: RegistrationState; readonly isToConfirm: boolean }[];
};

const HOUR = 3_600_000;

/** What an organisation owes for an event: an answer until sign-up ends, a yes to new dates, and to be there. */
export function owedByOrganisation(event: EventFacts, invitation: InvitationFacts): readonly Owed[] {
  if (!isOpen(event.state) || !invitation.isPlaceOpen) return [];
  const { id, participationId, organisationId } = invitation;
  const base = { params: { eventId: event.id, invitationId: id }, by: { organisation: organisationId } as const };
  const place = { ...base, cohortId: event.cohortId, participationId };
  const going = invitation.registrations.filter(({ state }) => state === 'going');
  const due = civilOf(event.startsAt, event.zone);
  if (going.some(({ isToConfirm }) => isToConfirm))
    return [{ ...place, key: `${MATTERS.confirm}:${id}`, kind: MATTERS.confirm, due, endsAt: event.startsAt }];
  if (going.length > 0)
    return [{ ...place, key: `${MATTERS.attend}:${id}`, kind: MATTERS.attend, due, endsAt: event.startsAt }];
  if (invitation.state !== 'invited') return [];
  const answer = { key: `${MATTERS.signUp}:${id}`, kind: MATTERS.signUp, due: event.signUp };
  return [{ ...place, ...answer, endsAt: event.signUpUntil }];
}

type OwnFacts = {
  readonly id: string;
  readonly personId: string;
  readonly state: RegistrationState;
  readonly isToConfirm: boolean;
};

/** The same for experts and guests, who come for themselves. */
export function owedByPerson(event: EventFacts, own: OwnFacts): readonly Owed[] {
  if (!isOpen(event.state) || own.state !== 'going') return [];
  const kind = own.isToConfirm ? MATTERS.confirm : MATTERS.attend;
  const params = { eventId: event.id, registrationId: own.id };
  const due = civilOf(event.startsAt, event.zone);
  const whose = { by: { person: own.personId } as const, cohortId: event.cohortId };
  return [{ key: `${kind}:${own.id}`, kind, params, ...whose, due, endsAt: event.startsAt }];
}

/** After the end staff close the list of who was there. */
export function owedByStaff(event: EventFacts): readonly Owed[] {
  if (!isOpen(event.state)) return [];
  const due = civilOf(new Date(event.endsAt.getTime() + 24 * HOUR), event.zone);
  const params = { eventId: event.id };
  const by = { staffOf: event.cohortId } as const;
  const { id, cohortId, endsAt: startsAt } = event;
  return [{ key: `${MATTERS.close}:${id}`, kind: MATTERS.close, params, by, cohortId, due, startsAt }];
}
