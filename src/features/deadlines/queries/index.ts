export * from './calls.ts';
export * from './history.ts';
export * from './owed.ts';
export * from './places.ts';
export * from './requests.ts';
