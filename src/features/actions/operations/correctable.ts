import type { Db, Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';

/** Whether what was said of an action may still be changed: until a feature says that it counts, as a sent opinion does. */
export async function mayCorrect(deps: Deps, db: Db | Tx, actionId: string): Promise<boolean> {
  for (const isSettled of deps.offers.actionSettled) if (await isSettled(db, actionId)) return false;
  return true;
}
