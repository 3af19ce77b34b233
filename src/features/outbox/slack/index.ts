export * from './act.ts';
export * from './rehearse.ts';
export * from './show.ts';
