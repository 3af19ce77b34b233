export { type Admission, admit, inviteToChannel, touchCard } from './operations/index.ts';
export {
  listParticipations,
  type ParticipationRow,
  participationById,
  participationOfChannel,
} from './queries/index.ts';
export { isOpen, maySee, OPEN_STATES, type ParticipationState, staffedCohorts, stateOf } from './rules/index.ts';
