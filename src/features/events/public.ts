export { attendedBy, eventsEnded, eventTitles } from './queries/index.ts';
