export { actionById, actionOf, observationOf } from './queries/index.ts';
