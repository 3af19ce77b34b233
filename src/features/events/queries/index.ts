export * from './attended.ts';
export * from './events.ts';
export * from './owed.ts';
export * from './people.ts';
export * from './shown.ts';
export * from './standing.ts';
