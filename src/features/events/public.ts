export { attendedBy, eventById, eventsEnded } from './queries/index.ts';
