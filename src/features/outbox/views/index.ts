export * from './list.ts';
export * from './rehearsal.ts';
export * from './words.ts';
