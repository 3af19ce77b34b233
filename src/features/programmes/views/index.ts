export { type CohortDetails, detailsModal } from './details.ts';
export { basisModal, type CallFields, type CohortFields, callModal, cohortModal } from './form.ts';
export { type CohortRow, listModal, PAGE } from './list.ts';
export type { ShownProblem } from './problem.ts';
