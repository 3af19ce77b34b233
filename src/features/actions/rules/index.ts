export * from './dates.ts';
export * from './observers.ts';
export * from './owed.ts';
export * from './permissions.ts';
export * from './settings.ts';
export * from './state.ts';
