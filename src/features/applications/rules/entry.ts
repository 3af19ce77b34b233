import { type Actor, isStaff, represents } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { can } from './machine.ts';

/** What the rules of intake look at. */
export type Own = {
  readonly state: string;
  readonly editorId: string;
  readonly organisationId: string | null;
  readonly onBehalf: boolean;
  readonly cohortId: string;
};

/** Who may fill, change or withdraw an application: its editor and the organisation's people; on behalf, staff. */
export function mayHandle(actor: Actor, application: Own): boolean {
  if (application.onBehalf) return isStaff(actor, application.cohortId);
  if (application.editorId === actor.personId) return true;
  return application.organisationId !== null && represents(actor, application.organisationId);
}

export type CallTimes = { readonly opensAt: Date; readonly lateFrom: Date; readonly closesAt: Date };

export type Timing = 'early' | 'in_time' | 'late';

/** The moment of receipt against the call (T2, T3). */
export function timingOf(call: CallTimes, received: Date): Timing {
  if (received.getTime() < call.opensAt.getTime()) return 'early';
  return received.getTime() < call.lateFrom.getTime() ? 'in_time' : 'late';
}

export type Sending = {
  readonly call: CallTimes;
  /** When the server received the submit. */
  readonly now: Date;
  /** For an application on behalf: the typed moment of receipt. */
  readonly receiptAt: Date | null;
  readonly onBehalf: boolean;
  readonly lateReason: string | null;
};

export type Verdict = { readonly act: 'submit' | 'hold'; readonly received: Date };
export type SendingRefusal = 'not_open' | 'late' | 'future_receipt' | 'late_reason_needed';

/** Whether a submit counts, and as what: entered after closing with receipt before it, it waits for a second person (APP-10). */
export function judge(sending: Sending): Outcome<Verdict, SendingRefusal> {
  const { call, now, onBehalf, receiptAt } = sending;
  const received = onBehalf ? (receiptAt ?? now) : now;
  if (received.getTime() > now.getTime()) return refuse('future_receipt');
  const timing = timingOf(call, received);
  if (timing === 'early') return refuse('not_open');
  if (timing === 'late') return refuse('late');
  const enteredLate = timingOf(call, now) === 'late';
  if (enteredLate && !sending.lateReason) return refuse('late_reason_needed');
  return ok({ act: enteredLate ? 'hold' : 'submit', received });
}

export type ChangeRefusal = 'not_allowed' | 'not_now' | 'closed';

/** An application may be taken back and changed while its call is open (APP-5). */
export function mayPullBack(actor: Actor, application: Own, call: CallTimes, now: Date): Outcome<true, ChangeRefusal> {
  if (!mayHandle(actor, application)) return refuse('not_allowed');
  if (!can(application.state, 'pull_back')) return refuse('not_now');
  return timingOf(call, now) === 'late' ? refuse('closed') : ok(true);
}

/** Withdrawal is possible any time before admission (APP-6). */
export function mayWithdraw(actor: Actor, application: Own): Outcome<true, ChangeRefusal> {
  if (!mayHandle(actor, application)) return refuse('not_allowed');
  return can(application.state, 'withdraw') ? ok(true) : refuse('not_now');
}

export type ConfirmRefusal = 'not_allowed' | 'same_person' | 'not_now';

/** A second staff member confirms what a first one entered late (APP-10). */
export function mayConfirm(actor: Actor, application: Own): Outcome<true, ConfirmRefusal> {
  if (!isStaff(actor, application.cohortId)) return refuse('not_allowed');
  if (!can(application.state, 'confirm')) return refuse('not_now');
  return application.editorId === actor.personId ? refuse('same_person') : ok(true);
}
