export { previewAbsence, writeAbsence } from './away.ts';
export { endAbsence } from './back.ts';
export { type Change, changeHours } from './change.ts';
export { firstTerms, isZone } from './terms.ts';
export { awayWorld } from './world.ts';
