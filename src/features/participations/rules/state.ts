/** Where an organisation's place in a cohort stands (requirements, section 5). */
export type ParticipationState =
  | 'invited'
  | 'confirmed'
  | 'active'
  | 'action_done'
  | 'closed'
  | 'declined'
  | 'lapsed'
  | 'resigned'
  | 'removed';

export type ParticipationAct =
  | 'confirm'
  | 'start'
  | 'finish_action'
  | 'close'
  | 'decline'
  | 'lapse'
  | 'resign'
  | 'remove';

type Table = Readonly<Record<ParticipationState, Readonly<Partial<Record<ParticipationAct, ParticipationState>>>>>;

/** `start` from `invited` is the programme without a declaration of cooperation: the channel stands and work begins. */
const TABLE: Table = {
  invited: { confirm: 'confirmed', start: 'active', decline: 'declined', lapse: 'lapsed', remove: 'removed' },
  confirmed: { start: 'active', resign: 'resigned', remove: 'removed' },
  active: { finish_action: 'action_done', resign: 'resigned', remove: 'removed' },
  action_done: { close: 'closed', resign: 'resigned', remove: 'removed' },
  closed: {},
  declined: {},
  lapsed: {},
  resigned: {},
  removed: {},
};

export const STATES = Object.keys(TABLE) as readonly ParticipationState[];

/** The state after an act, or null when the act is not possible in this state. */
export const next = (state: ParticipationState, act: ParticipationAct): ParticipationState | null =>
  TABLE[state][act] ?? null;

/** Whether the organisation is (still) in the programme: something can yet happen. */
export const isOpen = (state: ParticipationState): boolean => Object.keys(TABLE[state]).length > 0;

/** The states of an organisation that is in the programme. */
export const OPEN_STATES: readonly ParticipationState[] = STATES.filter(isOpen);

/** Reads a stored state; anything else is a fault of the data and throws. */
export function stateOf(stored: string): ParticipationState {
  const found = STATES.find((state) => state === stored);
  if (!found) throw new Error(`not a state of a participation: ${stored}`);
  return found;
}
