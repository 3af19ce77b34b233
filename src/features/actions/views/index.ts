export * from './card.ts';
export * from './forms.ts';
export * from './matters.ts';
export * from './messages.ts';
export * from './names.ts';
export * from './observe.ts';
export * from './page.ts';
export * from './report.ts';
