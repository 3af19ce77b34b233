export { lockExpert, recordTie, type TieFacts } from './operations/index.ts';
export { type Expert, expertFields, expertProfile, listExperts } from './queries.ts';
export {
  type ExpertField,
  fieldName,
  matches,
  TAKING_STATES,
  TIE_CATEGORIES,
  type TieCategory,
  tieCategoryOf,
} from './rules/index.ts';
export { regionNames, tieCategoryNames } from './texts.ts';
