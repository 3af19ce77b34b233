export * from './content.ts';
export * from './owed.ts';
export * from './permissions.ts';
export * from './state.ts';
export * from './term.ts';
