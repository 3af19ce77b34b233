export type ActState = 'waiting' | 'done' | 'undone' | 'refused';
export type ActStep = 'do' | 'undo' | 'refuse';

const TABLE: Readonly<Record<ActState, Readonly<Partial<Record<ActStep, ActState>>>>> = {
  waiting: { do: 'done', undo: 'undone', refuse: 'refused' },
  done: {},
  undone: {},
  refused: {},
};

export const STATES = Object.keys(TABLE) as readonly ActState[];

/** The state after a step, or null when the step is not possible in this state. */
export const next = (state: ActState, step: ActStep): ActState | null => TABLE[state][step] ?? null;

/** Reads a stored state; anything else is a fault of the data and throws. */
export function stateOf(stored: string): ActState {
  const found = STATES.find((state) => state === stored);
  if (!found) throw new Error(`not a state of a waiting act: ${stored}`);
  return found;
}

/** Why an act was refused that its own feature did not refuse. */
export const OWN_REFUSALS = ['no_longer_staff', 'unexpected'] as const;
export type OwnRefusal = (typeof OWN_REFUSALS)[number];

const MINUTE = 60_000;

/** The moment at which an act that waits so many minutes is done. */
export const dueAfter = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * MINUTE);

/** Whole minutes left, counted up, so that nobody is told that there are none; 0 when the moment has come. */
export const minutesLeft = (now: Date, dueAt: Date): number =>
  Math.max(0, Math.ceil((dueAt.getTime() - now.getTime()) / MINUTE));

const DAY = 24 * 60 * MINUTE;

/** What ended after this moment is still listed, so that it can be set right. */
export const recentSince = (now: Date): Date => new Date(now.getTime() - DAY);

/** An act that something unexpected keeps from being done is tried so often, a minute apart, and then refused. */
export const MOST_FAILURES = 5;
