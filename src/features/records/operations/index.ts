export { writeCard } from './card.ts';
export { commentCard, confirmCard } from './confirm.ts';
export { doDue } from './due.ts';
export { decideHow, sayHow } from './say.ts';
export { maySeeMinutes, sendSheet } from './sheet.ts';
export { countedOf, sheetFiles } from './sheet-files.ts';
