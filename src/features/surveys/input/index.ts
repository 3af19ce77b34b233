export { answersForm } from './form.ts';
export { askedIn, labelsOf } from './questions.ts';
