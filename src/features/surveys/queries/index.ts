export * from './due.ts';
export * from './lists.ts';
export * from './named.ts';
export * from './people.ts';
export * from './surveys.ts';
