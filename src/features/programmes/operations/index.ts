export { type Beginning, beginningOf } from './basis.ts';
export { setCall } from './call.ts';
export { type CreateRefusal, createCohort, type NewCohort } from './create.ts';
export { retryCohort } from './retry.ts';
