export * from './held.ts';
export * from './meetings.ts';
