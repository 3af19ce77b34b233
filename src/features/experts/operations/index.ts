export { raiseLimit } from './limit.ts';
export { type SaveRequest, saveExpert } from './profile.ts';
export { reviewTie } from './review.ts';
export { declareTie, endTie, lockExpert, recordTie } from './ties.ts';
