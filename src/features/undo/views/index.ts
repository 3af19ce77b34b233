export { type CorrectionFacts, correctionModal } from './correction.ts';
export { type ActList, listModal } from './list.ts';
export { correctionMessage, refusedMessage, waitingMessage } from './messages.ts';
