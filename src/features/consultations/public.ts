export { BOOK } from './ids.ts';
export { settle } from './operations/index.ts';
