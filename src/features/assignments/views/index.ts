export { briefMessage } from './brief.ts';
export { declineModal, overrideModal, pickModal } from './forms.ts';
export {
  handingOverMessage,
  handOverHome,
  handOverModal,
  handOverPickModal,
  leftMessage,
  partingMessage,
  staysMessage,
} from './hand-over.ts';
export { mineHome } from './home.ts';
export {
  answeredMessage,
  introducedMessage,
  proposalMessage,
  waitingMessage,
  withdrawnMessage,
} from './messages.ts';
export { namesOf } from './reasons.ts';
export { type Current, type PassingOn, type Situation, situationModal } from './situation.ts';
