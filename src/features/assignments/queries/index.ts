export * from './assignments.ts';
export * from './candidates.ts';
export * from './places.ts';
