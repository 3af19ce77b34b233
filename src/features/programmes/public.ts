export { definitionOf, definitions, type Form, type ProgrammeDefinition, type Question } from './definition/index.ts';
export { formOf } from './form.ts';
export { touchCohortCard } from './operations/touch.ts';
export {
  type CallOfCohort,
  type CohortWithCalls,
  callById,
  cohortById,
  cohortOfChannel,
  lastClosedCall,
  listCohorts,
  nextCall,
  openCalls,
  staffPersonIds,
} from './queries.ts';
export { type CallPhase, callPhase } from './rules.ts';
