export { answerSurvey } from './answer.ts';
export { askDue } from './due.ts';
export { closeDue } from './end.ts';
export { foreseenSurveys } from './foreseen.ts';
export { answersNeeded, formOf } from './form.ts';
export { remindDue } from './remind.ts';
export { sheetFiles } from './sheet.ts';
export { aboutOf, aboutsOf, shownOf } from './show.ts';
