export * from './owed.ts';
export * from './state.ts';
