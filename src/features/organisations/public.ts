export {
  addRepresentative,
  endRepresentative,
  findOrCreateOrganisation,
  type NewRepresentative,
} from './operations/index.ts';
export {
  type HistoryLine,
  type KnownBy,
  knownHistory,
  type OrganisationRow,
  organisationById,
  type RepresentativeRow,
  representativesOf,
} from './queries.ts';
export { type NumberKind, type OrganisationFacts, parseRegisterNumber } from './rules.ts';
