import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, isPostgresOn, waitForExit } from './processes.ts';
import { signalServer } from './signal.ts';

/** No process can have this id, so PostgreSQL sees at once that the noted server is gone. */
const NOBODY = 2_147_483_647;

/** What a start found: nothing, a server left running (now stopped), or the note of a server long gone. */
export type Orphan = 'none' | 'stopped' | 'stale';

/**
 * Makes a data folder free for a new server. Call it only after taking ownership of the folder: a server found
 * then belongs to a process that was killed. It is asked to stop cleanly and, when it does not within
 * 20 seconds, told to. A process that is not PostgreSQL on exactly this folder is never touched.
 */
export async function clearOrphan(cluster: string, pgCtl: string): Promise<Orphan> {
  const file = join(cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return 'none';
  const pid = Number.parseInt(text, 10);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return 'stale';
  if (!(await isPostgresOn(pid, cluster))) {
    // A stranger got the number. PostgreSQL would take it for the old server and refuse, so blank the number
    // only: the rest of the note lets PostgreSQL see whether workers of the old server are still at it.
    await writeFile(file, text.replace(/^.*$/m, String(NOBODY)));
    return 'stale';
  }
  await stopServer(pid, pgCtl);
  return 'stopped';
}

/** Stops a server: politely (clients are cut, data is flushed), then at once; throws when it survives both. */
export async function stopServer(pid: number, pgCtl: string, patience = 20_000): Promise<void> {
  await signalServer(pid, 'SIGINT', pgCtl);
  if (await waitForExit(pid, patience)) return;
  await signalServer(pid, 'SIGQUIT', pgCtl);
  if (await waitForExit(pid, 10_000)) return;
  throw new Error(`The database server (process ${pid}) does not stop. Stop it by hand and start again.`);
}
