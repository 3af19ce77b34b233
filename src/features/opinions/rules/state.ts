export type OpinionState = 'not_due' | 'due' | 'draft' | 'sent' | 'returned' | 'released';
export type OpinionAct = 'end' | 'reopen' | 'save' | 'send' | 'return' | 'release';

type Table = Readonly<Record<OpinionState, Readonly<Partial<Record<OpinionAct, OpinionState>>>>>;

/** Once it was sent, what was said of the action stays (`actionSettled`), so nothing takes a sent opinion back. */
const TABLE: Table = {
  not_due: { end: 'due' },
  due: { end: 'due', reopen: 'not_due', save: 'draft', send: 'sent' },
  draft: { end: 'draft', reopen: 'not_due', save: 'draft', send: 'sent' },
  sent: { save: 'sent', send: 'sent', return: 'returned', release: 'released' },
  returned: { save: 'returned', send: 'sent' },
  // What was released is changed by a further version only, which goes the same way.
  released: { save: 'released', send: 'sent' },
};

export const STATES = Object.keys(TABLE) as readonly OpinionState[];
export const ACTS: readonly OpinionAct[] = ['end', 'reopen', 'save', 'send', 'return', 'release'];

/**
 * The state after an act, or null when the act is not possible. `number` is that of the newest released version: a
 * further one that is returned leaves that standing.
 */
export function nextOf(state: OpinionState, act: OpinionAct, number = 0): OpinionState | null {
  const next = TABLE[state][act] ?? null;
  return next === 'returned' && number > 0 ? 'released' : next;
}

/** Somebody writes it now, or may write a further version: nothing of it waits to be looked over. */
export const isWritable = (state: OpinionState): boolean => state !== 'sent' && nextOf(state, 'send') !== null;

/** Reads a stored state; anything else is a fault of the data and throws. */
export function stateOf(stored: string): OpinionState {
  const found = STATES.find((state) => state === stored);
  if (!found) throw new Error(`not a state of an opinion: ${stored}`);
  return found;
}
