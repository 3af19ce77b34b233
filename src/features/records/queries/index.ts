export * from './facts.ts';
export * from './held.ts';
export * from './meetings.ts';
export * from './standing.ts';
