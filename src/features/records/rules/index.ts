export * from './card.ts';
export * from './content.ts';
export * from './minutes.ts';
export * from './outcome.ts';
export * from './owed.ts';
export * from './permissions.ts';
