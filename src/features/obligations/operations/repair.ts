import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, ObligationSource } from '../../../platform/deps.ts';
import { settleObligations } from './settle.ts';

/** So many things are looked at in one transaction. */
const CHUNK = 200;

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, n) => all.slice(n * CHUNK, (n + 1) * CHUNK));
}

async function repairSource(deps: Deps, source: ObligationSource, now: Date): Promise<void> {
  for (const ids of chunks(await source.everything(deps.db))) {
    await inTransaction(deps.db, async (tx) => {
      const owed = await source.owed(deps, tx, ids);
      await settleObligations(deps, tx, new Map(ids.map((id) => [`${source.name}:${id}`, owed.get(id) ?? []])), now);
    });
  }
}

/**
 * Makes everything that is written as owed what follows from the state: for data that were there before this was kept,
 * and for rules that changed with a new version of the bot.
 */
export async function repairObligations(deps: Deps, now: Date): Promise<void> {
  for (const source of deps.offers.sources) await repairSource(deps, source, now);
}
