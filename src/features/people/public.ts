export { addOutsider, grantRole, identify, type Known, knowPerson } from './operations/index.ts';
export { findPeople, listStaff, type StaffMember } from './queries.ts';
export { cannotHoldRole, localeOfPerson } from './rules.ts';
