export { type ApplicationRow, findApplication } from './queries/entry.ts';
export { isCounted, next } from './rules/machine.ts';
