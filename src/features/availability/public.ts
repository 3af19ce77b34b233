export { hoursButton } from './door.ts';
export { availabilityOf } from './queries/index.ts';
export {
  type Absence,
  type Availability,
  KINDS,
  type Kind,
  type OfferedTime,
  offeredTimes,
  type Terms,
} from './rules/index.ts';
