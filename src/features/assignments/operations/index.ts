export { type Accepted, type AcceptRefusal, acceptProposal } from './accept.ts';
export { announceDue } from './announce.ts';
export { type DeclineRefusal, type Declining, declineProposal } from './decline.ts';
export { type Proposal, type ProposeRefusal, proposeExpert } from './propose.ts';
export { tellOfWaiting } from './waiting.ts';
export { type Withdrawn, type WithdrawRefusal, withdrawProposal } from './withdraw.ts';
