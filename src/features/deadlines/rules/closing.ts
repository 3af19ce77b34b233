import { type ClosingRule, closesAfter, toInstant } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Moment } from './plan.ts';
import { inWarsaw } from './shift.ts';

/** A call as the moving of its closing needs it. */
export type MovableCall = {
  readonly closesOn: string;
  readonly closesTime: string;
  readonly closingRule: ClosingRule;
  readonly opensAt: Date;
  readonly lateFrom: Date;
  readonly releasedAt: Date | null;
};

export type ClosingFacts = {
  readonly call: MovableCall;
  readonly to: Moment;
  /** When the next stage's call opens, if it is set up. */
  readonly nextOpensAt: Date | null;
  /** When the last application was received; null when none was. */
  readonly lastReceivedAt: Date | null;
  readonly lastDay: string | null;
  readonly now: Date;
};

export type ClosingRefusal =
  | 'resolved'
  | 'unchanged'
  | 'before_opening'
  | 'submissions_after'
  | 'overlaps_next'
  | 'closing_after_last_day';

/** `extended`: later while it runs; `shortened`: earlier; `reopened`: it was over and takes applications again; `corrected`: over before and after. */
export type ClosingChange = 'extended' | 'shortened' | 'reopened' | 'corrected';
export type NewClosing = { readonly closesAt: Date; readonly lateFrom: Date; readonly change: ClosingChange };

/** What it is called when the first moment that is too late changes from one to another, done at `now`. */
function changeOf(from: Date, to: Date, now: Date): ClosingChange {
  if (from.getTime() <= now.getTime()) return to.getTime() <= now.getTime() ? 'corrected' : 'reopened';
  return to.getTime() > from.getTime() ? 'extended' : 'shortened';
}

/** The same for a change that stands in the history. */
export function changeBetween(from: Moment, to: Moment, rule: ClosingRule, at: Date): ClosingChange {
  const lateFrom = ({ date, time }: Moment): Date => closesAfter(inWarsaw(date, time), rule);
  return changeOf(lateFrom(from), lateFrom(to), at);
}

/**
 * What a new closing moment of a call means (CO-2): extended, closed early, or opened again. It may lie in the past, so
 * that an outage is made good for everybody (case 7), but never before an application that was received.
 */
export function moveClosing(facts: ClosingFacts): Outcome<NewClosing, ClosingRefusal> {
  const { call, to, nextOpensAt, lastReceivedAt, lastDay, now } = facts;
  if (call.releasedAt) return refuse('resolved');
  if (to.date === call.closesOn && to.time === call.closesTime) return refuse('unchanged');
  const civil = inWarsaw(to.date, to.time);
  const closesAt = toInstant(civil).instant;
  const lateFrom = closesAfter(civil, call.closingRule);
  if (closesAt.getTime() <= call.opensAt.getTime()) return refuse('before_opening');
  const isEarlier = lateFrom.getTime() < call.lateFrom.getTime();
  if (isEarlier && lastReceivedAt && lastReceivedAt.getTime() >= lateFrom.getTime()) return refuse('submissions_after');
  if (nextOpensAt && lateFrom.getTime() > nextOpensAt.getTime()) return refuse('overlaps_next');
  if (lastDay !== null && to.date > lastDay) return refuse('closing_after_last_day');
  return ok({ closesAt, lateFrom, change: changeOf(call.lateFrom, lateFrom, now) });
}
