export * from './card.ts';
export * from './confirm.ts';
export * from './minutes.ts';
export * from './says.ts';
