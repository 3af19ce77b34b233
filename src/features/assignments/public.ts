export { IDS as ASSIGNMENT_IDS } from './ids.ts';
export { activeOf, hasMentor, isFormer, ledAt, ledBy } from './queries/index.ts';
