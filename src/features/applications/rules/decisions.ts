import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { type ApplicationAct, can, isCounted } from './machine.ts';

/** A decision as prepared by staff, unseen by the applicant until the release (CO-7). */
export type Decision = 'admitted' | 'reserve' | 'refused';
const DECISIONS: readonly Decision[] = ['admitted', 'reserve', 'refused'];
export const isDecision = (word: string | null): word is Decision => DECISIONS.some((one) => one === word);

/** The act of the state machine that a released decision is. */
export const ACT_OF: Readonly<Record<Decision, ApplicationAct>> = {
  admitted: 'admit',
  reserve: 'put_on_reserve',
  refused: 'refuse',
};

/** Whether results may still be worked on: after the call has closed and before they were released (CO-7). */
export type Stage = { readonly phase: string; readonly released: boolean };
export type StageRefusal = 'call_open' | 'already_released';

/**
 * Checks and decisions begin when the call has closed, because until then an application can be pulled back and changed
 * (APP-5); they end with the release, which locks everything (CO-7).
 */
export function canWork(stage: Stage): Outcome<true, StageRefusal> {
  if (stage.released) return refuse('already_released');
  return stage.phase === 'scheduled' || stage.phase === 'open' ? refuse('call_open') : ok(true);
}

export const canDecide = (state: string): boolean => can(state, 'admit');

export type Place = { readonly decision: Decision | null; readonly position: number | null };

/** How a call stands under the lock of its row: places, prepared admissions, and the length of the reserve list. */
export type Standing = {
  readonly places: number;
  readonly admitted: number;
  readonly reserve: number;
  /** What is prepared for the application in question; counted in the numbers above. */
  readonly own: Place;
};

/** What staff want: nothing decided, or a decision; `position` null means the end of the list, or where it is already. */
export type Wish = { readonly decision: Decision | null; readonly position: number | null; readonly reason: string };

/** Reserve positions from `from` on move by `by`; the application itself is never among them. */
export type Shift = { readonly from: number; readonly by: 1 | -1 };
export type Plan = { readonly place: Place; readonly shifts: readonly Shift[] };
export type PlanRefusal = 'no_place' | 'position_too_far' | 'reason_required';

/**
 * The effect of a decision on the list, keeping admitted ≤ places and reserve positions 1…n without gaps
 * (invariants 8, 9). Shifts are to be applied in order. Refusals carry `places` or the last possible position `max`.
 */
export function planDecision(standing: Standing, wish: Wish): Outcome<Plan, PlanRefusal> {
  const { own } = standing;
  const leaving: readonly Shift[] = own.position === null ? [] : [{ from: own.position + 1, by: -1 }];
  if (wish.decision === 'refused' && wish.reason.trim() === '') return refuse('reason_required');
  if (wish.decision === 'reserve') return planReserve(standing, wish.position, leaving);
  const admittedOthers = standing.admitted - (own.decision === 'admitted' ? 1 : 0);
  if (wish.decision === 'admitted' && admittedOthers >= standing.places) {
    return refuse('no_place', { places: standing.places });
  }
  return ok({ place: { decision: wish.decision, position: null }, shifts: leaving });
}

function planReserve(standing: Standing, wanted: number | null, leaving: readonly Shift[]): Outcome<Plan, PlanRefusal> {
  const others = standing.reserve - (standing.own.position === null ? 0 : 1);
  const position = wanted ?? standing.own.position ?? others + 1;
  if (position < 1 || position > others + 1) return refuse('position_too_far', { max: others + 1 });
  const place: Place = { decision: 'reserve', position };
  if (position === standing.own.position) return ok({ place, shifts: [] });
  return ok({ place, shifts: [...leaving, { from: position, by: 1 }] });
}

/** What the release needs to know of each application. */
export type Judged = { readonly state: string; readonly preparedDecision: string | null };

/** What an application still waits for before the results can be released; null when for nothing. */
export type Waiting = 'confirmation' | 'formal' | 'decision';

export function waitsFor(application: Judged): Waiting | null {
  const { state, preparedDecision } = application;
  if (state === 'awaiting_confirmation') return 'confirmation';
  if (can(state, 'accept_formally') || can(state, 'supplement')) return 'formal';
  if (canDecide(state) && state !== 'reserve') return isDecision(preparedDecision) ? null : 'decision';
  return isCounted(state) && (can(state, 'start_scoring') || can(state, 'finish_scoring')) ? 'decision' : null;
}

/** What the applicant is told at the release: the decision, or the formal rejection. Null: nothing is said. */
export type Result = Decision | 'formally_rejected';

export function resultOf(application: Judged): Result | null {
  if (application.state === 'formally_rejected') return 'formally_rejected';
  if (isDecision(application.state)) return application.state;
  return canDecide(application.state) && isDecision(application.preparedDecision) ? application.preparedDecision : null;
}

/** How many applications of a preview have each result. */
export function resultCounts(
  applications: readonly { readonly result: Result | null }[],
): Readonly<Record<Result, number>> {
  const count = (result: Result) => applications.filter((one) => one.result === result).length;
  return {
    admitted: count('admitted'),
    reserve: count('reserve'),
    refused: count('refused'),
    formally_rejected: count('formally_rejected'),
  };
}

/** Granted never exceeds what was asked for nor the cohort's sum (M2); without a request it is the cohort's sum. In grosze. */
export const grantFor = (requested: number | null, ceiling: number): number =>
  requested === null ? ceiling : Math.min(requested, ceiling);
