export { type ApplicationRow, findApplication } from './queries/intake.ts';
export { isCounted, next } from './rules/machine.ts';
