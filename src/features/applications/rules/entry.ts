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
  readonly answers: unknown;
};

/** The Slack user whom the form names as the organisation's second person. */
export function secondPersonOf(answers: unknown): string | null {
  const named = (answers as Readonly<Record<string, unknown>> | null | undefined)?.['second_representative'];
  return typeof named === 'string' && named !== '' ? named : null;
}

/** The application's own people: who writes it, whom it names, and the organisation's representatives (APP-2). */
export function isOwn(actor: Actor, application: Own): boolean {
  const { onBehalf, editorId, organisationId, answers } = application;
  const isNamed = actor.slackUserId !== '' && secondPersonOf(answers) === actor.slackUserId;
  if (isNamed || (!onBehalf && editorId === actor.personId)) return true;
  return organisationId !== null && represents(actor, organisationId);
}

/** Who may fill and send an application: its own people; staff only those entered on behalf of somebody (APP-10). */
export function mayHandle(actor: Actor, application: Own): boolean {
  return isOwn(actor, application) || (application.onBehalf && isStaff(actor, application.cohortId));
}

/** Who may take an application back or out: its own people, and staff on the organisation's behalf. */
const mayLeave = (actor: Actor, application: Own): boolean =>
  isOwn(actor, application) || isStaff(actor, application.cohortId);

export type CallTimes = { readonly opensAt: Date; readonly lateFrom: Date; readonly closesAt: Date };

export type Timing = 'early' | 'in_time' | 'late';

/** The moment of receipt against the call (T2, T3). */
export function timingOf(call: CallTimes, received: Date): Timing {
  if (received.getTime() < call.opensAt.getTime()) return 'early';
  return received.getTime() < call.lateFrom.getTime() ? 'in_time' : 'late';
}

/** Whether staff may still enter what arrived in time: the call has begun and its results are not released (APP-10). */
export const takesEntries = (call: CallTimes & { readonly releasedAt: Date | null }, now: Date): boolean =>
  call.releasedAt === null && timingOf(call, now) !== 'early';

export type Sending = {
  readonly call: CallTimes & { readonly releasedAt: Date | null };
  /** When the server received the submit. */
  readonly now: Date;
  /** For an application on behalf: the typed moment of receipt. */
  readonly receiptAt: Date | null;
  readonly onBehalf: boolean;
  readonly lateReason: string | null;
};

export type Verdict = { readonly act: 'submit' | 'hold'; readonly received: Date };
export type SendingRefusal = 'not_open' | 'late' | 'future_receipt' | 'late_reason_needed' | 'already_released';

/** Whether a submit counts, and as what: entered after closing with receipt before it, it waits for a second person (APP-10). */
export function judge(sending: Sending): Outcome<Verdict, SendingRefusal> {
  const { call, now, onBehalf, receiptAt } = sending;
  const received = onBehalf ? (receiptAt ?? now) : now;
  if (received.getTime() > now.getTime()) return refuse('future_receipt');
  const timing = timingOf(call, received);
  if (timing === 'early') return refuse('not_open');
  if (timing === 'late') return refuse('late');
  if (call.releasedAt) return refuse('already_released');
  const enteredLate = timingOf(call, now) === 'late';
  if (enteredLate && !sending.lateReason) return refuse('late_reason_needed');
  return ok({ act: enteredLate ? 'hold' : 'submit', received });
}

export type ChangeRefusal = 'not_allowed' | 'not_now' | 'closed';

/** An application may be taken back and changed while its call is open (APP-5). */
export function mayPullBack(actor: Actor, application: Own, call: CallTimes, now: Date): Outcome<true, ChangeRefusal> {
  if (!mayLeave(actor, application)) return refuse('not_allowed');
  if (!can(application.state, 'pull_back')) return refuse('not_now');
  return timingOf(call, now) === 'late' ? refuse('closed') : ok(true);
}

/** Withdrawal is possible any time before admission (APP-6). */
export function mayWithdraw(actor: Actor, application: Own): Outcome<true, ChangeRefusal> {
  if (!mayLeave(actor, application)) return refuse('not_allowed');
  return can(application.state, 'withdraw') ? ok(true) : refuse('not_now');
}

export type ConfirmRefusal = 'not_allowed' | 'same_person' | 'not_now';

/** A second staff member answers for what a first one (`enteredBy`) sent late (APP-10). */
export function mayConfirm(
  actor: Actor,
  application: Own,
  enteredBy: string = application.editorId,
): Outcome<true, ConfirmRefusal> {
  if (!isStaff(actor, application.cohortId)) return refuse('not_allowed');
  if (!can(application.state, 'confirm')) return refuse('not_now');
  return enteredBy === actor.personId ? refuse('same_person') : ok(true);
}
