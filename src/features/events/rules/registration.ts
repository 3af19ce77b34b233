/** Where a person stands with an event. `offered`: a freed seat is kept for them until a moment. */
export type RegistrationState =
  | 'going'
  | 'waiting'
  | 'offered'
  | 'declined'
  | 'excused'
  | 'lapsed'
  | 'replaced'
  | 'attended'
  | 'absent';

/** `none`: there is no registration yet. */
type From = RegistrationState | 'none';

export type RegistrationAct =
  | 'sign_up'
  | 'queue'
  | 'offer'
  | 'claim'
  | 'lapse'
  | 'decline'
  | 'excuse'
  | 'replace'
  | 'attend'
  | 'miss';

type Table = Readonly<Record<From, Readonly<Partial<Record<RegistrationAct, RegistrationState>>>>>;

const AGAIN = { sign_up: 'going', queue: 'waiting' } as const;

const TABLE: Table = {
  none: AGAIN,
  going: { decline: 'declined', excuse: 'excused', replace: 'replaced', attend: 'attended', miss: 'absent' },
  waiting: { offer: 'offered', decline: 'declined', replace: 'replaced', lapse: 'lapsed' },
  offered: { claim: 'going', decline: 'declined', replace: 'replaced', lapse: 'lapsed' },
  declined: AGAIN,
  excused: { ...AGAIN, attend: 'attended' },
  lapsed: AGAIN,
  replaced: AGAIN,
  attended: { miss: 'absent', replace: 'replaced' },
  absent: { attend: 'attended', excuse: 'excused' },
};

export const REGISTRATION_STATES = Object.keys(TABLE).filter((one) => one !== 'none') as readonly RegistrationState[];

/** The state after an act, or null when the act is not possible. */
export const nextRegistration = (state: From, act: RegistrationAct): RegistrationState | null =>
  TABLE[state][act] ?? null;

/** Whoever was excused gave the seat back, and needs none to be there after all. */
export const needsNoSeat = (from: RegistrationState, act: RegistrationAct): boolean =>
  from === 'excused' && act === 'attend';

/** States that hold a seat of the event; the database counts the same ones. */
export const SEATED = ['going', 'offered', 'attended', 'absent'] as const satisfies readonly RegistrationState[];
/** States that hold one of the organisation's seats: those who wait too. */
export const COUNTED = [...SEATED, 'waiting'] as const satisfies readonly RegistrationState[];

export const isCounted = (state: RegistrationState): boolean => COUNTED.some((one) => one === state);

/** Reads a stored state; anything else is a fault of the data and throws. */
export function registrationStateOf(stored: string): RegistrationState {
  const found = REGISTRATION_STATES.find((state) => state === stored);
  if (!found) throw new Error(`not a state of a registration: ${stored}`);
  return found;
}
