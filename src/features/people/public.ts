export { STAFF_ADDED } from './ids.ts';
export { actorById, addOutsider, grantRole, identify, type Known, knowPerson } from './operations/index.ts';
export { findPeople } from './queries.ts';
export { cannotHoldRole, localeOfPerson } from './rules.ts';
