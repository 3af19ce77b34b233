import type { RegistrationState } from '../rules/index.ts';
import type { InvitationRow, RegistrationRow } from './people.ts';

const PRESENT = ['going', 'attended', 'absent'];
const CONFIRMING = ['going', 'attended'];

/** How an organisation stands with an event, with the names of its people. */
export function invitedOf({ id, state, seats, registrations }: InvitationRow) {
  const named = (states: readonly string[]) =>
    registrations.filter((one) => states.includes(one.state)).map(({ person }) => person.name);
  return {
    ...{ invitationId: id, seats, state: state as 'invited' | 'answered' | 'declined' | 'excused' },
    ...{ going: named(PRESENT), waiting: named(['waiting']) },
    // Also whoever gave the seat back or was replaced after a day on which they were there.
    present: registrations.filter(({ attendances }) => attendances.length > 0).map(({ person }) => person.name),
    offered: registrations.flatMap(({ id: registrationId, person, offeredUntil: until }) =>
      until ? [{ registrationId, name: person.name, until }] : [],
    ),
    isToConfirm: registrations.some(({ state: at, isToConfirm }) => CONFIRMING.includes(at) && isToConfirm),
  };
}

type Registered = Pick<RegistrationRow, 'id' | 'state' | 'isToConfirm'> & { readonly attendances: readonly unknown[] };

/** How somebody stands who comes for themself. */
export const ownOf = ({ id, state, isToConfirm, attendances }: Registered) => ({
  ...{ registrationId: id, state: state as RegistrationState, isToConfirm },
  isPresent: attendances.length > 0,
});
