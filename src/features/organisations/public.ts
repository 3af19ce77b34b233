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
export {
  isLegalForm,
  isRegisterType,
  LEGAL_FORMS,
  type LegalForm,
  needsRegisterName,
  type OrganisationFacts,
  parseRegisterNumber,
  REGISTER_TYPES,
  type RegisterType,
} from './rules.ts';
export { legalFormNames, registerTypeNames } from './texts.ts';
