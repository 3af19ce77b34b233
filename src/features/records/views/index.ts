export * from './asked.ts';
export * from './card.ts';
export * from './forms.ts';
export * from './matters.ts';
export * from './minutes.ts';
export * from './names.ts';
