export { notify, notifyAll } from './operations/notify.ts';
export { retell } from './operations/retell.ts';
export { countUndelivered } from './queries.ts';
