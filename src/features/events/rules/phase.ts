import type { EventState } from './state.ts';

/** What an event's cards show of sign-up. */
export type Phase = 'open' | 'closed' | 'over';

type Moments = { readonly state: EventState; readonly signUpUntil: Date; readonly endsAt: Date };

/** `signUpUntil` is the first instant that is too late (T2). */
export function phaseOf({ state, signUpUntil, endsAt }: Moments, now: Date): Phase {
  if (state === 'held' || state === 'cancelled' || now >= endsAt) return 'over';
  return now < signUpUntil ? 'open' : 'closed';
}
