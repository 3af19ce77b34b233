import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 300;

/**
 * Calls `then` when npm, which started this demo, is gone: killed with -9 it takes nobody along. Without npm in
 * between there is no such parent to watch.
 */
export const whenOrphaned = (then: () => void): void => {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    then();
  }, LOOK_EVERY_MS);
  timer.unref();
};

/** Our parent and, where the system tells, its parent: npm starts scripts by a shell that may stay in between. */
const parents = (): string => {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold blanks; the parent's id is the second after it.
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
};
