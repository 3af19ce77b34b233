export * from './assignments.ts';
export * from './candidates.ts';
export * from './hand-overs.ts';
export * from './known.ts';
export * from './owed.ts';
export * from './places.ts';
export * from './plans.ts';
