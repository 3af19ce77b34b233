export { correct, planOf } from './correct.ts';
export { doNow, performDue } from './perform.ts';
export { type Postponed, postpone } from './postpone.ts';
export { undoAct } from './undo.ts';
