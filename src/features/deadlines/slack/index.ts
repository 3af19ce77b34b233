export * from './answer.ts';
export * from './closing.ts';
export * from './form.ts';
export * from './list.ts';
export * from './own.ts';
export * from './put.ts';
