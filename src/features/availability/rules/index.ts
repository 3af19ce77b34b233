export * from './absence.ts';
export * from './availability.ts';
export * from './day.ts';
export * from './entries.ts';
export * from './offered.ts';
export * from './permissions.ts';
export * from './substitute.ts';
export * from './warnings.ts';
