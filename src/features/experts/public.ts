export { lockExpert, recordTie } from './operations/index.ts';
export { type Expert, expertFields, expertProfile, listExperts } from './queries.ts';
export {
  awayUntil,
  type ExpertField,
  fieldName,
  TIE_CATEGORIES,
  type TieCategory,
  tieCategoryOf,
} from './rules/index.ts';
export { regionNames, tieCategoryNames } from './texts.ts';
