export { definitions } from './input/definitions.ts';
export { setLastDay } from './operations/last-day.ts';
export { touchCohortCard } from './operations/touch.ts';
export {
  type CallOfCohort,
  callById,
  cohortById,
  cohortOfChannel,
  lastClosedCall,
  listCohorts,
  nextCall,
  openCalls,
  staffPersonIds,
} from './queries.ts';
export { formOf } from './rules/application-form.ts';
export { callPhase } from './rules/calls.ts';
export {
  answerOnOf,
  type DeadlineKind,
  definitionOf,
  type Form,
  type ProgrammeDefinition,
  type Question,
  reminderRuleOf,
  reminderSettingsOf,
  type SurveyForm,
  type SurveyQuestion,
  silenceWorkingDaysOf,
  undoMinutesOf,
} from './rules/definition/index.ts';
