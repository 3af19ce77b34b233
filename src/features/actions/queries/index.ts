export * from './actions.ts';
export * from './notes.ts';
