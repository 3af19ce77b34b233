import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok } from '../../../core/outcome.ts';
import type { WaitingAct } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { holdWaiting, type Over } from './claim.ts';
import { end } from './end.ts';

/** Any staff of the cohort take a waiting act back (N11): nothing of it happens. Refuses others, and what is over. */
export const undoAct = (
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<WaitingAct, 'not_allowed' | Over>> =>
  inTransaction(deps.db, async (tx) => {
    const held = await holdWaiting(tx, actor, id);
    if (!held.ok) return held;
    await end(deps, tx, held.value, now, { step: 'undo', doer: actor });
    return ok(held.value);
  });
