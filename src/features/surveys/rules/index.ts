export * from './groups.ts';
export * from './low.ts';
export * from './moments.ts';
export * from './results.ts';
export * from './rounds.ts';
export * from './series.ts';
export * from './tally.ts';
