import { DateTime } from 'luxon';
import { type Actor, isChiefStaff, isStaff } from '../../../core/actor.ts';
import {
  type CivilMoment,
  type ClosingRule,
  civilOf,
  closesAfter,
  type Shift,
  toInstant,
  utcDate,
  WARSAW,
} from '../../../core/calendar/index.ts';

/** Set up, wait, take applications, be over, have released results (CO-2, CO-7). */
export type CallPhase = 'scheduled' | 'open' | 'closed' | 'resolved';

/** What the phase of a call depends on: its instants and whether results were released. */
export type CallTimes = { readonly opensAt: Date; readonly lateFrom: Date; readonly releasedAt: Date | null };

/** The state of a call by time alone: opening and closing need no act of anybody (CO-2, T2, T3). */
export function callPhase(call: CallTimes, now: Date): CallPhase {
  if (call.releasedAt) return 'resolved';
  if (now.getTime() < call.opensAt.getTime()) return 'scheduled';
  return now.getTime() < call.lateFrom.getTime() ? 'open' : 'closed';
}

/** Calendar days in Warsaw from today until the closing day; 0 on the last day. */
export function daysLeft(closesOn: string, now: Date): number {
  return Math.round(utcDate(closesOn).diff(utcDate(civilOf(now).date), 'days').days);
}

/** Only staff of the whole foundation set up cohorts. */
export const canSetUp = (actor: Actor): boolean => isChiefStaff(actor);

/** Staff of this cohort (or of all) see it and mend its channels. */
export const canSee = (actor: Actor, cohortId?: string): boolean => isStaff(actor, cohortId);

/** When a call opens and closes, as staff type it. */
export type CallWindow = {
  readonly opensOn: string;
  readonly opensTime: string;
  readonly closesOn: string;
  readonly closesTime: string;
  readonly closingRule: ClosingRule;
};

const opening = (call: CallWindow): CivilMoment => ({ date: call.opensOn, time: call.opensTime, zone: WARSAW });
const closing = (call: CallWindow): CivilMoment => ({ date: call.closesOn, time: call.closesTime, zone: WARSAW });

/** The instants of a window: opening, closing, and the first that is too late (T1, T2). */
export function instantsOf(call: CallWindow): {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly lateFrom: Date;
} {
  return {
    opensAt: toInstant(opening(call)).instant,
    closesAt: toInstant(closing(call)).instant,
    lateFrom: closesAfter(closing(call), call.closingRule),
  };
}

export const opensBeforeItCloses = (call: CallWindow): boolean => {
  const { opensAt, closesAt } = instantsOf(call);
  return opensAt.getTime() < closesAt.getTime();
};

/** What staff should look at before saving; nothing here forbids (T7, CO-1). */
export type Warning =
  /** The clocks change then: the moment does not exist or happens twice; `becomes` is what is kept. */
  | { readonly kind: Exclude<Shift, 'none'>; readonly which: 'opens' | 'closes'; readonly becomes: string }
  | { readonly kind: 'closed_already' }
  /** A date of the programme's plan that lies before the cohort's start. */
  | { readonly kind: 'stale'; readonly date: PlannedDate };

/** A date that a programme's plan may hold. */
export type PlannedDate =
  | { readonly what: 'call'; readonly stage: number; readonly on: string | null }
  | {
      readonly what: 'meeting';
      readonly name: { readonly pl: string; readonly en: string };
      readonly on: string | null;
    }
  | { readonly what: 'projects' | 'ends' | 'voucher' | 'retention'; readonly on: string | null };

/** The warnings about a window: clock changes, and a closing moment that is over. */
export function windowWarnings(call: CallWindow, now: Date): Warning[] {
  const shifts = (
    [
      ['opens', opening(call)],
      ['closes', closing(call)],
    ] as const
  ).flatMap(([which, civil]): Warning[] => {
    const { instant, shift } = toInstant(civil);
    return shift === 'none'
      ? []
      : [{ kind: shift, which, becomes: DateTime.fromJSDate(instant, { zone: WARSAW }).toFormat('HH:mm') }];
  });
  const over = now.getTime() >= instantsOf(call).lateFrom.getTime();
  return over ? [...shifts, { kind: 'closed_already' }] : shifts;
}

/** The dates of a plan that lie before the cohort starts: text left over from an earlier edition (CO-1). */
export function staleDates(dates: readonly PlannedDate[], startsOn: string): PlannedDate[] {
  return dates.filter((one) => one.on !== null && one.on < startsOn);
}

/** The dates that nobody has set yet (CO-1). */
export const datesToSet = (dates: readonly PlannedDate[]): PlannedDate[] => dates.filter((one) => one.on === null);
