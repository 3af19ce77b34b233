export { acceptProposal } from './accept.ts';
export { announceDue } from './announce.ts';
export { type Declining, declineProposal } from './decline.ts';
export { type Proposal, proposeExpert } from './propose.ts';
export { tellOfWaiting } from './waiting.ts';
export { withdrawProposal } from './withdraw.ts';
