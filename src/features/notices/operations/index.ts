export * from './notify.ts';
export * from './retry.ts';
