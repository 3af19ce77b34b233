export { acceptProposal } from './accept.ts';
export { announceDue } from './announce.ts';
export { type Declining, declineProposal } from './decline.ts';
export {
  checkHandOver,
  type HandOverRefusal,
  handingOverKey,
  handOver,
  handOverIn,
} from './hand-over.ts';
export { leaveDue, leftKey, overAt, partingKey } from './leave.ts';
export { checkProposal, type ProposeRefusal, proposeExpert, proposeIn } from './propose.ts';
export { stopHandOver, stopIn } from './stop.ts';
export { tellOfWaiting } from './waiting.ts';
export {
  checkWithdrawal,
  type WithdrawRefusal,
  withdrawIn,
  withdrawnKey,
  withdrawProposal,
  withdrawSilently,
} from './withdraw.ts';
