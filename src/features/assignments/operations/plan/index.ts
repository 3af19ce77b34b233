export { cohortForPlan, type PlanAsked, type PlanCohort, type SeenPlan } from './access.ts';
export { applyIn, checkApply, type PairRefusal, takeBackApplied } from './apply.ts';
export { pinPair, takeWayOut } from './edit.ts';
export { keepNeeds, keepPair } from './notes.ts';
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
export { solveForCohort } from './solve.ts';
export { type PlanNow, planNow } from './standing.ts';
