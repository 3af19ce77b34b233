export { type CardRefusal, writeCard } from './card.ts';
export { type ConfirmRefusal, commentCard, confirmCard } from './confirm.ts';
export { doDue } from './due.ts';
export { decideHow, type SayRefusal, sayHow } from './say.ts';
export { maySeeMinutes, sendSheet } from './sheet.ts';
export { countedOf, sheetFiles } from './sheet-files.ts';
