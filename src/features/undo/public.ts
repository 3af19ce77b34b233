export { type Postponed, postpone } from './operations/index.ts';
export { waitingWords } from './operations/waiting.ts';
export { type Waiting, waitingActsOf, waitingFor } from './queries.ts';
