/** Where a consultation stands. */
export type ConsultationState =
  | 'reserved'
  | 'requested'
  | 'booked'
  | 'held'
  | 'not_held'
  | 'no_show'
  | 'cancelled_by_organisation'
  | 'cancelled_by_expert'
  | 'cancelled_by_staff'
  | 'expired';

/** In whose name somebody acts: the organisation, its expert, or staff for either. */
export type Side = 'organisation' | 'expert' | 'staff';

export type ConsultationAct =
  | 'book'
  | 'request'
  | 'approve'
  | 'refuse'
  | 'move'
  | 'ask_again'
  | 'expire'
  | `cancel_${Side}`
  | 'held'
  | 'not_held'
  | 'no_show';

const CANCELS = {
  cancel_organisation: 'cancelled_by_organisation',
  cancel_expert: 'cancelled_by_expert',
  cancel_staff: 'cancelled_by_staff',
} as const;

type Table = Readonly<Record<ConsultationState, Readonly<Partial<Record<ConsultationAct, ConsultationState>>>>>;

/** A reservation is the time of a form that is open, or of a place in the queue to which it is offered. */
const TABLE: Table = {
  reserved: { book: 'booked', request: 'requested', expire: 'expired' },
  requested: {
    approve: 'booked',
    refuse: 'cancelled_by_expert',
    move: 'requested',
    expire: 'expired',
    ...CANCELS,
  },
  booked: {
    move: 'booked',
    ask_again: 'requested',
    held: 'held',
    not_held: 'not_held',
    no_show: 'no_show',
    ...CANCELS,
  },
  held: {},
  not_held: {},
  no_show: {},
  cancelled_by_organisation: {},
  cancelled_by_expert: {},
  cancelled_by_staff: {},
  expired: {},
};

const STATES = Object.keys(TABLE) as readonly ConsultationState[];

/** The states that take the expert's time: those of the exclusion constraint. */
export const OPEN_STATES = ['reserved', 'requested', 'booked'] as const satisfies readonly ConsultationState[];

/** The state after an act, or null when the act is not possible. */
export const next = (state: ConsultationState, act: ConsultationAct): ConsultationState | null =>
  TABLE[state][act] ?? null;

/** Reads a stored state; anything else is a fault of the data and throws. */
export function stateOf(stored: string): ConsultationState {
  const found = STATES.find((state) => state === stored);
  if (!found) throw new Error(`not a state of a consultation: ${stored}`);
  return found;
}
