/** Where a deadline stands; one that was never set, or was taken away, can be given a date. */
export type DeadlineState = 'open' | 'done' | 'cancelled';
export type DeadlineAct = 'put' | 'finish' | 'reopen' | 'remove';

const TABLE: Readonly<Record<DeadlineState | 'none', Readonly<Partial<Record<DeadlineAct, DeadlineState>>>>> = {
  none: { put: 'open' },
  open: { put: 'open', finish: 'done', remove: 'cancelled' },
  done: { reopen: 'open' },
  cancelled: { put: 'open' },
};

/** The state after an act, or null when the act is not possible; `none`: there is no date yet. */
export const next = (state: DeadlineState | 'none', act: DeadlineAct): DeadlineState | null =>
  TABLE[state][act] ?? null;

/** Reads a stored state; anything else is a fault of the data and throws. */
export function stateOf(stored: string): DeadlineState {
  if (stored === 'open' || stored === 'done' || stored === 'cancelled') return stored;
  throw new Error(`not a state of a deadline: ${stored}`);
}
