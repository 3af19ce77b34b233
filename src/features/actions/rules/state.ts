/** How an action stands: a date is ahead or unanswered, or all are answered. */
export type ActionState = 'planned' | 'held' | 'partly' | 'cancelled';
/** How one of its dates stands; a removed one was taken away before, and counts no more. */
export type DateState = 'planned' | 'held' | 'not_held' | 'removed';
/** What is done to a date: planned anew at another time or place, taken away, or answered for. */
export type DateAct = 'move' | 'remove' | 'hold' | 'hold_partly' | 'cancel';

type Table = Readonly<Record<DateState, Readonly<Partial<Record<DateAct, DateState>>>>>;

/** What was answered can be corrected, also to "moved": then it is ahead again. A removed date stays removed. */
const TABLE: Table = {
  planned: { move: 'planned', remove: 'removed', hold: 'held', hold_partly: 'held', cancel: 'not_held' },
  held: { move: 'planned', hold: 'held', hold_partly: 'held', cancel: 'not_held' },
  not_held: { move: 'planned', hold: 'held', hold_partly: 'held', cancel: 'not_held' },
  removed: {},
};

const DATE_STATES = Object.keys(TABLE) as readonly DateState[];
const ACTION_STATES: readonly ActionState[] = ['planned', 'held', 'partly', 'cancelled'];

/** The state of a date after an act, or null when the act is not possible. */
export const nextOfDate = (state: DateState, act: DateAct): DateState | null => TABLE[state][act] ?? null;

function among<S extends string>(states: readonly S[], stored: string): S {
  const found = states.find((state) => state === stored);
  if (!found) throw new Error(`not a state of an action or its date: ${stored}`);
  return found;
}

/** Reads a stored state; anything else is a fault of the data and throws. */
export const dateStateOf = (stored: string): DateState => among(DATE_STATES, stored);
export const actionStateOf = (stored: string): ActionState => among(ACTION_STATES, stored);

type Went = { readonly state: DateState; readonly isPartly: boolean };

/**
 * How an action stands by how its dates went (28): planned while one is neither answered nor removed; held when all were,
 * cancelled when none was, partly otherwise. Without any date it is cancelled.
 */
export function stateByDates(dates: readonly Went[]): ActionState {
  const counted = dates.filter(({ state }) => state !== 'removed');
  if (counted.some(({ state }) => state === 'planned')) return 'planned';
  if (!counted.some(({ state }) => state === 'held')) return 'cancelled';
  return counted.every(({ state, isPartly }) => state === 'held' && !isPartly) ? 'held' : 'partly';
}
