import { setTimeout as sleep } from 'node:timers/promises';
import type { Db, Tx } from './client.ts';
import { isRetryable } from './errors.ts';

const ATTEMPTS = 5;

/** Work that transactions still have to do before they are committed, by its name. */
const lastWork = new WeakMap<Tx, Map<string, () => Promise<void>>>();

/** Has `work` done in this transaction after everything else, once for each name however often it is asked for. */
export function beforeCommit(tx: Tx, name: string, work: () => Promise<void>): void {
  const all = lastWork.get(tx) ?? new Map<string, () => Promise<void>>();
  lastWork.set(tx, all.set(name, work));
}

async function whole<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await work(tx);
  for (const last of lastWork.get(tx)?.values() ?? []) await last();
  return result;
}

/**
 * Runs `work` in one transaction; the only way to open one. It commits when `work` resolves and rolls back when
 * it throws. When PostgreSQL ends it because of a deadlock or a write conflict, it is run again from the start
 * (at most 5 times), so `work` must do nothing outside the database.
 *
 * `work` has 10 seconds, or as many as an act that writes for a whole cohort needs; waiting for a free connection at most 5.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>, seconds = 10): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction((tx) => whole(tx, work), { maxWait: 5_000, timeout: seconds * 1_000 });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      await sleep(attempt * 20);
    }
  }
}
