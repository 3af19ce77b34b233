export { type Beginning, beginningOf } from './basis.ts';
export { setCall, type SetCallRefusal } from './call.ts';
export { createCohort, type CreateRefusal, type NewCohort } from './create.ts';
export { retryCohort } from './retry.ts';
