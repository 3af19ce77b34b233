export * from './answer.ts';
export * from './ask.ts';
export * from './book.ts';
export * from './change.ts';
export * from './list.ts';
export * from './pick.ts';
export * from './queue.ts';
