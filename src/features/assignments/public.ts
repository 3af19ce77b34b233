export { IDS as ASSIGNMENT_IDS } from './ids.ts';
export { activeOf, hasMentor, ledBy } from './queries/index.ts';
