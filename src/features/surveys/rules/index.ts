export * from './groups.ts';
export * from './moments.ts';
export * from './tally.ts';
