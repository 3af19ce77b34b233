export type AssignmentState = 'proposed' | 'active' | 'declined' | 'withdrawn' | 'ended' | 'replaced';
export type AssignmentAct = 'accept' | 'decline' | 'withdraw' | 'end' | 'replace';

const TABLE: Readonly<Record<AssignmentState, Readonly<Partial<Record<AssignmentAct, AssignmentState>>>>> = {
  proposed: { accept: 'active', decline: 'declined', withdraw: 'withdrawn' },
  active: { end: 'ended', replace: 'replaced' },
  declined: {},
  withdrawn: {},
  ended: {},
  replaced: {},
};

export const STATES = Object.keys(TABLE) as readonly AssignmentState[];

/** The state after an act, or null when the act is not possible in this state. */
export const next = (state: AssignmentState, act: AssignmentAct): AssignmentState | null => TABLE[state][act] ?? null;

/** Reads a stored state; anything else is a fault of the data and throws. */
export function stateOf(stored: string): AssignmentState {
  const found = STATES.find((state) => state === stored);
  if (!found) throw new Error(`not a state of an assignment: ${stored}`);
  return found;
}

/** Why an act comes too late, by the state that is there now: said to the person in clear words (R3, R4). */
export type LateRefusal = 'is_proposed' | 'is_active' | 'is_declined' | 'is_withdrawn' | 'is_ended' | 'is_replaced';
export const late = (state: AssignmentState): LateRefusal => `is_${state}`;

/** Why an expert says no (ME-2). */
export const DECLINE_CATEGORIES = ['no_time', 'tie', 'topic', 'distance', 'other'] as const;
export type DeclineCategory = (typeof DECLINE_CATEGORIES)[number];
