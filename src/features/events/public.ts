export { eventTitles } from './queries/index.ts';
