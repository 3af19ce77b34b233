export * from './away.ts';
export * from './fields.ts';
export * from './load.ts';
export * from './permissions.ts';
export * from './ties.ts';
