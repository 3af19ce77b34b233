export { acceptProposal } from './accept.ts';
export { announceDue } from './announce.ts';
export { type Declining, declineProposal } from './decline.ts';
export { checkProposal, type ProposeRefusal, proposedKey, proposeExpert, proposeIn } from './propose.ts';
export { tellOfWaiting } from './waiting.ts';
export {
  checkWithdrawal,
  type WithdrawRefusal,
  withdrawIn,
  withdrawnKey,
  withdrawProposal,
  withdrawSilently,
} from './withdraw.ts';
