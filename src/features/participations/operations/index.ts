export { type Admission, admit } from './admit.ts';
export { inviteToChannel, touchCard } from './enqueue.ts';
export { askForHelp, type HelpWish } from './help.ts';
export { repairCard, retryChannel } from './mend.ts';
