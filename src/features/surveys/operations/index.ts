export { answerSurvey } from './answer.ts';
export { askDue } from './due.ts';
export { closeDue, remindDue } from './end.ts';
export { answersNeeded, formOf } from './form.ts';
export { sheetFiles } from './sheet.ts';
export { aboutOf, aboutsOf, shownOf } from './show.ts';
