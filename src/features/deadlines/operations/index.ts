export { approveWish, refuseWish } from './answer.ts';
export { askForTime, late, withdrawWish } from './ask.ts';
export { changeClosing, previewClosing } from './closing.ts';
export { reportDone } from './done.ts';
export { changeLastDay } from './last-day.ts';
export { WHOLE_COHORT_SECONDS } from './lock.ts';
export { type MoveWish, moveDeadlines, type Preview, previewMove } from './move.ts';
export { changeStates, changeStatesIn, previewStates, type StateRefusal } from './state.ts';
export { type CohortWorld, kindsOf, worldOf } from './world.ts';
