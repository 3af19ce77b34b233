export { lockAction } from './operations/index.ts';
export { actionById, actionOf, observationOf } from './queries/index.ts';
