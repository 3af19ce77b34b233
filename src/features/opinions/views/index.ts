export * from './canvas.ts';
export * from './content.ts';
export * from './form.ts';
export * from './list.ts';
export * from './matters.ts';
export * from './messages.ts';
export * from './names.ts';
export * from './page.ts';
