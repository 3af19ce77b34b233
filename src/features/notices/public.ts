export { notify, notifyAll } from './operations/notify.ts';
export { countUndelivered } from './queries.ts';
