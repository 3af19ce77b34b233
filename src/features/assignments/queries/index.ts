export * from './assignments.ts';
export * from './candidates.ts';
export * from './hand-overs.ts';
export * from './owed.ts';
export * from './places.ts';
