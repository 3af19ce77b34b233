export { addOutsider, grantRole } from './grants.ts';
export { actorById, identify, type Known, knowPerson, refreshPerson } from './knowing.ts';
export { addStaff, chooseLanguage, removeStaff } from './roles.ts';
