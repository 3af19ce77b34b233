export * from './members.ts';
export * from './places.ts';
export * from './troubles.ts';
