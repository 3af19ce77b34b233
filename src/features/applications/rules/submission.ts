import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { ApplicationAct } from './machine.ts';

/** What decides whether a submit is in time. */
export type SubmitMoment = {
  /** When the server received the final submit (T3). */
  readonly enteredAt: Date;
  /** The typed moment of receipt of an application entered on behalf; null for one's own (APP-10). */
  readonly receiptAt: Date | null;
  readonly opensAt: Date;
  /** The first instant that is too late (T2). */
  readonly lateFrom: Date;
  /** Results of the call are released: nothing enters any more (CO-7). */
  readonly released: boolean;
  /** Why it is entered after the closing moment. */
  readonly lateReason: string | null;
};

export type MomentRefusal = 'not_open_yet' | 'already_released' | 'received_later' | 'reason_needed';

/** The moment that counts: the typed receipt, else the moment of the submit (T3, APP-10). */
export const decidingMoment = (moment: SubmitMoment): Date => moment.receiptAt ?? moment.enteredAt;

/**
 * What a submit is: `submit` in time, `miss` too late (the draft stays, case 3), `hold` when staff enter after the
 * closing moment what arrived before it: a second person must confirm it, and a reason is needed (APP-10).
 */
export function judgeSubmit(
  moment: SubmitMoment,
): Outcome<Extract<ApplicationAct, 'submit' | 'miss' | 'hold'>, MomentRefusal> {
  const deciding = decidingMoment(moment);
  if (deciding > moment.enteredAt) return refuse('received_later');
  if (deciding < moment.opensAt) return refuse('not_open_yet');
  if (deciding >= moment.lateFrom) return ok('miss');
  if (moment.released) return refuse('already_released');
  if (moment.enteredAt < moment.lateFrom) return ok('submit');
  return moment.lateReason ? ok('hold') : refuse('reason_needed');
}

/** Pulling back is for as long as it can be submitted again (APP-5). */
export const mayPullBack = (now: Date, call: { readonly lateFrom: Date }): boolean => now < call.lateFrom;

/** The second pair of eyes must belong to somebody else (APP-10). */
export const maySecond = (personId: string, enteredBy: string): boolean => personId !== enteredBy;
