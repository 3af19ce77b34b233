export { lockExpert, raiseLimit, recordTie, reviewTie } from './operations/index.ts';
export { type Expert, expertFields, expertProfile, listExperts } from './queries.ts';
export {
  awayUntil,
  type ExpertField,
  fieldName,
  TIE_CATEGORIES,
  type TieCategory,
  type TieFinding,
  tieCategoryOf,
} from './rules/index.ts';
export { regionNames, tieCategoryNames } from './texts.ts';
