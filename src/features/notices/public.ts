export { type NoticeSpec, notify } from './operations.ts';
export { countUndelivered } from './queries.ts';
export type { Target } from './rules.ts';
