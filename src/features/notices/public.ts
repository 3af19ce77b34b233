export { changeWaiting, type Waiting } from './operations/change.ts';
export { notify, notifyAll } from './operations/notify.ts';
export { retell } from './operations/retell.ts';
export { countUndelivered, toldBy, waitingOf } from './queries.ts';
export type { OutboxAct } from './rules/index.ts';
