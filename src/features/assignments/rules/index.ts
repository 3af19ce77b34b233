export * from './candidate.ts';
export * from './exclusion.ts';
export * from './hand-over.ts';
export * from './owed.ts';
export * from './ranking.ts';
export * from './score.ts';
export * from './state.ts';
export * from './terms.ts';
