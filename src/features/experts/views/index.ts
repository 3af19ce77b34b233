export { expertModal, type FormFacts } from './form.ts';
export { expertList } from './list.ts';
export { tieModal } from './tie.ts';
