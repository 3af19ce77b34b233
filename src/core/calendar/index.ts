export * from './civil.ts';
export * from './closing.ts';
export * from './day.ts';
export * from './parse.ts';
export * from './working-days.ts';
