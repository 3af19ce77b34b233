export * from './owed.ts';
export * from './silence.ts';
export * from './topics.ts';
