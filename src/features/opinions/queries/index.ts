export * from './facts.ts';
export * from './opinions.ts';
