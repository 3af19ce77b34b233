import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Sends a server SIGINT ("fast" stop) or SIGQUIT ("immediate" stop). Windows has no signals, so there
 * PostgreSQL's own tool is asked. A server that is already gone is no error.
 */
export async function signalServer(pid: number, signal: 'SIGINT' | 'SIGQUIT', pgCtl: string): Promise<void> {
  if (process.platform === 'win32') {
    await promisify(execFile)(pgCtl, ['kill', signal.slice('SIG'.length), String(pid)]).catch(() => {});
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
