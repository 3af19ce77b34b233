export * from './act.ts';
export * from './gather.ts';
export * from './rehearse.ts';
export * from './words.ts';
