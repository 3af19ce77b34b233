export { findOrCreateOrganisation } from './finding.ts';
export { addRepresentative, endRepresentative } from './representatives.ts';
