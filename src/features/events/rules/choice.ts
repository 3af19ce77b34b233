import { nextRegistration, registrationStateOf } from './registration.ts';

type Held = { readonly personId: string; readonly state: string };

/** What an organisation's choice of people does to the seats that it has. */
export type Choice<T extends Held> = {
  readonly wanted: ReadonlySet<string>;
  /** Seats, or places in the queue, that pass on from whoever is not chosen any more to whoever is chosen anew (OR-13). */
  readonly passing: readonly { readonly from: T; readonly personId: string }[];
  /** Those who give theirs back, for fewer are chosen than before. */
  readonly leaving: readonly T[];
  /** Those who need a seat of their own, for more are chosen. */
  readonly fresh: readonly string[];
};

/** The order in which seats pass on: of whoever was there, who cannot give it back any more, before all; then the best ones. */
const ORDER = ['attended', 'going', 'offered', 'waiting', 'absent'];
const rank = ({ state }: Held): number => ORDER.indexOf(state);

/** Pairs those of an organisation who leave with those who come: who hold its seats now, and whom it wants. */
export function choiceOf<T extends Held>(held: readonly T[], personIds: readonly string[]): Choice<T> {
  const wanted = new Set(personIds);
  const fresh = [...wanted].filter((id) => !held.some(({ personId }) => personId === id));
  const leaving = held.filter(({ personId }) => !wanted.has(personId)).sort((a, b) => rank(a) - rank(b));
  const passing = leaving.flatMap((from, at) => {
    const personId = fresh[at];
    return personId === undefined ? [] : [{ from, personId }];
  });
  return { wanted, passing, leaving: leaving.slice(fresh.length), fresh: fresh.slice(leaving.length) };
}

const can = ({ state }: Held, act: 'decline' | 'replace'): boolean =>
  nextRegistration(registrationStateOf(state), act) !== null;

/** Gives a seat back who has not been there yet. */
export const canLeave = (held: Held): boolean => can(held, 'decline');
export const canPassOn = (held: Held): boolean => can(held, 'replace');
