export { admit, inviteToChannel, removeFromChannel, touchCard, writeRequest } from './operations/index.ts';
export {
  participationById,
  participationOfChannel,
} from './queries/index.ts';
export { isOpen, OPEN_STATES, staffedCohorts, stateOf } from './rules/index.ts';
