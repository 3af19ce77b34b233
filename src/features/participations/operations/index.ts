export { admit } from './admit.ts';
export { inviteToChannel, removeFromChannel, touchCard } from './enqueue.ts';
export { askForHelp, writeRequest } from './help.ts';
export { repairCard, retryChannel } from './mend.ts';
