export * from './members.ts';
export * from './places.ts';
export * from './quiet.ts';
export * from './troubles.ts';
