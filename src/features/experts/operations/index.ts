export { type SaveRequest, saveExpert } from './profile.ts';
export { declareTie, endTie, lockExpert, recordTie } from './ties.ts';
