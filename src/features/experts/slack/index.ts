export { addCommand, editCommand, formView, openAction } from './form.ts';
export { listCommand, nextAction, previousAction } from './list.ts';
export { endTieAction, expertOptions, organisationOptions, tieAction, tieCommand, tieView } from './ties.ts';
