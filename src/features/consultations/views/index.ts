export * from './facts.ts';
export * from './forms.ts';
export * from './list.ts';
export * from './messages.ts';
export * from './question.ts';
