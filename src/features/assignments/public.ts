export { type AssignmentRow, activeOf, assignmentById } from './queries/index.ts';
export { type AssignmentState, stateOf } from './rules/index.ts';
