/** Where an event stands (CO-14). `provisional`: announced, with dates that are still to be confirmed. */
export type EventState = 'draft' | 'provisional' | 'announced' | 'held' | 'cancelled';

export type EventAct = 'edit' | 'announce' | 'announce_provisional' | 'move' | 'confirm' | 'hold' | 'cancel' | 'drop';

type Table = Readonly<Record<EventState, Readonly<Partial<Record<EventAct, EventState>>>>>;

const TABLE: Table = {
  draft: { edit: 'draft', announce: 'announced', announce_provisional: 'provisional', drop: 'cancelled' },
  provisional: { edit: 'provisional', move: 'provisional', confirm: 'announced', hold: 'held', cancel: 'cancelled' },
  announced: { edit: 'announced', move: 'announced', hold: 'held', cancel: 'cancelled' },
  held: {},
  cancelled: {},
};

export const EVENT_STATES = Object.keys(TABLE) as readonly EventState[];

/** Announced, and still to come or under way. */
export const OPEN_STATES = ['provisional', 'announced'] as const satisfies readonly EventState[];

/** The state after an act, or null when the act is not possible. */
export const next = (state: EventState, act: EventAct): EventState | null => TABLE[state][act] ?? null;

export const isOpen = (state: EventState): boolean => state === 'provisional' || state === 'announced';

/** Reads a stored state; anything else is a fault of the data and throws. */
export function stateOf(stored: string): EventState {
  const found = EVENT_STATES.find((state) => state === stored);
  if (!found) throw new Error(`not a state of an event: ${stored}`);
  return found;
}
