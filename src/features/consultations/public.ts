export { type Settlement, type SettleRefusal, settle } from './operations/index.ts';
export {
  bookedOf,
  type ConsultationRow,
  consultationById,
  openOf,
  type Participants,
  participantsOf,
} from './queries/index.ts';
export { type ConsultationState, stateOf } from './rules/index.ts';
