import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthMark, isAlive } from './processes.ts';

type Owner = { readonly pid: number; readonly born: string | null };

/** Thrown when another living process of ours already uses the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

/**
 * Takes the data folder for this process and returns the function that gives it back.
 *
 * The mark of a process that died without giving it back is taken over. A living owner is waited for up to
 * `patience` milliseconds, because a bot whose parent was killed needs a moment to end; then `DataFolderInUse`.
 */
export async function takeOwnership(folder: string, patience: number): Promise<() => Promise<void>> {
  const file = join(folder, 'owner.json');
  const me: Owner = { pid: process.pid, born: (await birthMark(process.pid)) ?? null };
  for (let waited = 0; ; waited += 100) {
    if (await writeNew(file, JSON.stringify(me))) return () => rm(file, { force: true });
    const owner = await readOwner(file);
    if (owner && (await isLiving(owner))) {
      if (waited >= patience) throw inUse(folder, owner);
      await sleep(100);
      continue;
    }
    await removeStale(file, owner);
  }
}

function inUse(folder: string, owner: Owner): DataFolderInUse {
  return new DataFolderInUse(
    `The data folder ${folder} is in use by another running instance (process ${owner.pid}). ` +
      'Stop that instance, or set DATA_DIR to another folder. Several instances can share one PostgreSQL by DATABASE_URL.',
  );
}

async function isLiving(owner: Owner): Promise<boolean> {
  if (!isAlive(owner.pid)) return false;
  return owner.born === null || (await birthMark(owner.pid)) === owner.born;
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number')
      return undefined;
    return { pid: value.pid, born: 'born' in value && typeof value.born === 'string' ? value.born : null };
  } catch {
    return undefined;
  }
}

/** Moves the stale mark away before deleting it, so that of two processes that found it only one succeeds. */
async function removeStale(file: string, stale: Owner | undefined): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const moved = await readOwner(aside);
  const isNew = moved !== undefined && (moved.pid !== stale?.pid || moved.born !== stale?.born);
  if (isNew) await writeNew(file, JSON.stringify(moved));
  await rm(aside, { force: true });
}

async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
