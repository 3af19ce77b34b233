export { type Chart, split } from './chart.ts';
export { chartMessage } from './message.ts';
