export { declineModal, overrideModal, pickModal } from './forms.ts';
export { mineHome } from './home.ts';
export {
  answeredMessage,
  introducedMessage,
  proposalMessage,
  waitingMessage,
  withdrawnMessage,
} from './messages.ts';
export { namesOf } from './reasons.ts';
export { type Current, type Situation, situationModal } from './situation.ts';
