export * from './people.ts';
export * from './surveys.ts';
