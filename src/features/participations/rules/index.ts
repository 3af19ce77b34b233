export * from './channel-name.ts';
export * from './next-step.ts';
export * from './permissions.ts';
export * from './problems.ts';
export * from './state.ts';
