export {
  addRepresentative,
  endRepresentative,
  findOrCreateOrganisation,
} from './operations/index.ts';
export {
  type HistoryLine,
  knownHistory,
  organisationById,
  representativesOf,
} from './queries.ts';
export { parseRegisterNumber } from './rules.ts';
