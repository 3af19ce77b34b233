export { type ExpertFacts, type Saved, type SaveRefusal, type SaveRequest, saveExpert } from './profile.ts';
export { declareTie, endTie, lockExpert, recordTie, type TieDeclared, type TieFacts } from './ties.ts';
