import type { RegistrationState } from './registration.ts';

export type Seats = { readonly seats: number | null; readonly taken: number };

/** How many more can be seated; null: as many as come. */
const freeSeats = ({ seats, taken }: Seats): number | null => (seats === null ? null : Math.max(0, seats - taken));

type Queued = { readonly id: string; readonly state: RegistrationState; readonly queueNumber: number | null };

const inQueue = (all: readonly Queued[]): readonly Queued[] =>
  all.filter(({ state }) => state === 'waiting').sort((a, b) => (a.queueNumber ?? 0) - (b.queueNumber ?? 0));

/**
 * Who comes next when seats are free, in the order in which they began to wait. Organisations' own limits need no
 * look: whoever waits holds one of their organisation's seats already.
 */
export function nextInQueue(all: readonly Queued[], seats: Seats): readonly string[] {
  const free = freeSeats(seats);
  const queue = inQueue(all);
  return (free === null ? queue : queue.slice(0, free)).map(({ id }) => id);
}

/** A new registration takes a free seat, unless somebody waits who came earlier. */
export function seatFor(all: readonly Queued[], seats: Seats): 'sign_up' | 'queue' {
  const free = freeSeats(seats);
  if (free === null) return 'sign_up';
  return free > inQueue(all).length ? 'sign_up' : 'queue';
}

/** The place of each who waits, from 1. */
export const placeInQueue = (all: readonly Queued[], id: string): number =>
  inQueue(all).findIndex((one) => one.id === id) + 1;

const HOUR = 3_600_000;

/** Until when a freed seat is kept; never past the beginning. Null: it begins, and nothing is offered any more. */
export function offerUntil(now: Date, hours: number, startsAt: Date): Date | null {
  if (now >= startsAt) return null;
  return new Date(Math.min(now.getTime() + hours * HOUR, startsAt.getTime()));
}
