export { deadlineOfPlace } from './queries/index.ts';
