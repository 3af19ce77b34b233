export * from './answer.ts';
export * from './list.ts';
export * from './look.ts';
export { openAction, versionsAction } from './open.ts';
export { takeAction, writeAction, writeView } from './write.ts';
