export * from './dates.ts';
export * from './figures.ts';
export * from './step.ts';
