export { type AbsenceWish, type AwayPreview, previewAbsence, writeAbsence } from './away.ts';
export { endAbsence } from './back.ts';
export { type Change, type ChangeRefusal, changeHours } from './change.ts';
export { firstTerms, isZone } from './terms.ts';
export { awayWorld, type Days, zoneOf } from './world.ts';
