export * from './add.ts';
export * from './answer.ts';
export * from './attendance.ts';
export * from './change.ts';
export * from './list.ts';
export * from './page.ts';
export * from './room.ts';
export * from './self.ts';
