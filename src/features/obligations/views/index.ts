export * from './all.ts';
export * from './digest.ts';
export * from './matters.ts';
