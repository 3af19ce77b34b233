export { notify, notifyAll } from './operations/notify.ts';
export { retell } from './operations/retell.ts';
export { countUndelivered, toldBy } from './queries.ts';
