export { cohortForPlan, type PlanCohort, type SeenPlan } from './access.ts';
export {
  type Applied,
  type Applying,
  type ApplyRefusal,
  applyIn,
  checkApply,
  type PairRefusal,
  takeBackApplied,
} from './apply.ts';
export { pinPair, takeWayOut } from './edit.ts';
export { keepNeeds, keepPair, type NeedsKept, type PairKept } from './notes.ts';
export { beginRun, callOff, endRun, isCalledOff } from './run.ts';
export {
  type ExplanationShown,
  explanationShown,
  type LoadShown,
  loadsShown,
  nameIn,
  openPairs,
  type PlanShown,
  planShown,
  type RowShown,
  type ShortageShown,
} from './show.ts';
export { type Hooks, type PlanAsked, type SolveRefusal, solveForCohort } from './solve.ts';
export { type PlanNow, planNow, type RowState } from './standing.ts';
