export { findOrCreateOrganisation } from './finding.ts';
export { addRepresentative, endRepresentative, type NewRepresentative } from './representatives.ts';
