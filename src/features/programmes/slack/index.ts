export { callView, setCallAction } from './call.ts';
export { beginView, cohortView, newAction, newCommand } from './create.ts';
export { listCommand, nextAction, openAction, previousAction, retryAction } from './list.ts';
