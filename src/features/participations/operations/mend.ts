import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { participationById } from '../queries/index.ts';
import { isOpen, mayMend, stateOf } from '../rules/index.ts';
import { enqueueWork } from './enqueue.ts';

export type MendRefusal = 'only_staff' | 'not_in_trouble' | 'over';

/** Staff have the channel, its people and its card tried once more. Refuses others, and channels that are in order. */
export async function retryChannel(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<true, MendRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const place = await participationById(tx, id);
    if (!place || !mayMend(actor, place)) return refuse('only_staff');
    if (!isOpen(stateOf(place.state))) return refuse('over');
    if (place.channelProblem === null) return refuse('not_in_trouble');
    await record(deps, tx, actor, now, {
      act: 'participations.retry_channel',
      subject: 'participation',
      subjectId: id,
      cohortId: place.cohortId,
      onBehalfOf: place.organisationId,
    });
    await enqueueWork(deps, tx, { participationId: id, task: 'open', asked: true });
    return ok(true);
  });
}

/** Has the card looked after, even if it seems unchanged: one that was deleted is posted anew. */
export const repairCard = (deps: Deps, participationId: string): Promise<void> =>
  inTransaction(deps.db, (tx) => enqueueWork(deps, tx, { participationId, task: 'repair' }));
