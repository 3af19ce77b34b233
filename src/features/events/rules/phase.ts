import type { EventState } from './state.ts';

/** What an event's cards show of sign-up. */
export type Phase = 'open' | 'closed' | 'over';

/** Nobody of an organisation comes: with a reason when it has to, and after the end of sign-up (OR-13). */
export const needsReason = (
  { isRequired, signUpUntil }: { readonly isRequired: boolean; readonly signUpUntil: Date },
  now: Date,
): boolean => isRequired || now >= signUpUntil;

type Moments = { readonly state: EventState; readonly signUpUntil: Date; readonly endsAt: Date };

/** `signUpUntil` is the first instant that is too late (T2). */
export function phaseOf({ state, signUpUntil, endsAt }: Moments, now: Date): Phase {
  if (state === 'held' || state === 'cancelled' || now >= endsAt) return 'over';
  return now < signUpUntil ? 'open' : 'closed';
}
