export * from './ending.ts';
export * from './lane.ts';
export * from './reasons.ts';
export * from './states.ts';
