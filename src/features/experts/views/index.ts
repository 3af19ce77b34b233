export { expertModal } from './form.ts';
export { expertList } from './list.ts';
export { tieModal } from './tie.ts';
