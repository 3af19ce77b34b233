export * from './availability.ts';
export * from './day.ts';
export * from './offered.ts';
