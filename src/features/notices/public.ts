export { notify } from './operations.ts';
export { countUndelivered } from './queries.ts';
