import { addDays } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Kind } from './kinds.ts';
import type { Moment } from './plan.ts';
import { isOver, within } from './shift.ts';

export type RequestState = 'open' | 'approved' | 'refused' | 'withdrawn' | 'by_policy';
export type RequestAct = 'approve' | 'refuse' | 'withdraw' | 'allow';

const TABLE: Readonly<Record<RequestState, Readonly<Partial<Record<RequestAct, RequestState>>>>> = {
  open: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn', allow: 'by_policy' },
  approved: {},
  refused: {},
  withdrawn: {},
  by_policy: {},
};

/** The state of a wish after an act, or null when it is answered already. */
export const nextRequest = (state: RequestState, act: RequestAct): RequestState | null => TABLE[state][act] ?? null;

/** Reads a stored state; anything else is a fault of the data and throws. */
export function requestStateOf(stored: string): RequestState {
  const found = (Object.keys(TABLE) as RequestState[]).find((state) => state === stored);
  if (!found) throw new Error(`not a state of a time request: ${stored}`);
  return found;
}

export type Asking = {
  readonly kind: Pick<Kind, 'latest'>;
  readonly due: Moment;
  /** The date that staff, or the rule, gave last: what policy adds is counted from there, not from its own gifts. */
  readonly givenOn: string;
  readonly proposedOn: string;
  readonly lastDay: string | null;
  readonly policyDays: number;
  readonly now: Date;
};

export type AskRefusal = 'not_later' | 'in_past' | 'after_last_day';
type Asked = { readonly isLate: boolean; readonly byPolicy: boolean };

/**
 * Whether more time may be asked for (CO-13): a later day that is not over and not after the funder's last day. Asked
 * after the due moment it is late, and staff decide whatever the policy.
 */
export function askMoreTime(asking: Asking): Outcome<Asked, AskRefusal> {
  const { kind, due, givenOn, proposedOn, lastDay, policyDays, now } = asking;
  if (proposedOn <= due.date) return refuse('not_later');
  if (isOver({ date: proposedOn, time: due.time }, now)) return refuse('in_past');
  if (within(proposedOn, kind, lastDay) !== proposedOn) return refuse('after_last_day');
  const isLate = isOver(due, now);
  const byPolicy = !isLate && policyDays > 0 && proposedOn <= addDays(givenOn, policyDays);
  return ok({ isLate, byPolicy });
}
