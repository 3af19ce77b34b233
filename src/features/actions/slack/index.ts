export * from './answer.ts';
export * from './list.ts';
export * from './observe.ts';
export * from './page.ts';
export * from './plan.ts';
export * from './report.ts';
