export { absenceHolds, absenceIdsOf, availabilityOf, isAway, lockPresence } from './queries/index.ts';
export {
  type Absence,
  type Availability,
  KINDS,
  type Kind,
  type OfferedTime,
  offeredTimes,
  type Terms,
} from './rules/index.ts';
export { KIND_NAMES } from './texts/kinds.ts';
export { hoursButton } from './texts.ts';
