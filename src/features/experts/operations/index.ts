export { type RaisedLimit, raiseLimit } from './limit.ts';
export { type SaveRequest, saveExpert } from './profile.ts';
export { reviewTie, type TieReviewed } from './review.ts';
export { declareTie, endTie, lockExpert, recordTie } from './ties.ts';
