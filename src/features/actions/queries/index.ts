export * from './actions.ts';
export * from './due.ts';
export * from './experts.ts';
export * from './facts.ts';
export * from './notes.ts';
export * from './places.ts';
