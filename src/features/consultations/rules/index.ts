export * from './permissions.ts';
export * from './quota.ts';
export * from './settings.ts';
export * from './state.ts';
export * from './times.ts';
