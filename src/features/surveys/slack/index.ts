export * from './answer.ts';
export * from './results.ts';
