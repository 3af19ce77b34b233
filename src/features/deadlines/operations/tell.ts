import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import { touchCard } from '../../participations/public.ts';
import { NOTICES } from '../ids.ts';
import { retellDeadlines } from './retell.ts';

type Told = { readonly id: string; readonly channelId: string | null };
type Telling = {
  readonly moveId: string;
  readonly cohortId: string;
  readonly places: readonly Told[];
  readonly deadlineIds: readonly string[];
  /** False: cards and earlier messages change, and nothing new is said. */
  readonly isSaid: boolean;
  readonly at: Date;
};

/** After dates changed: each organisation's channel is told once, its card shows it, and earlier messages are put right. */
export async function tellPlaces(deps: Deps, tx: Tx, telling: Telling): Promise<void> {
  const { moveId, cohortId, places, deadlineIds, isSaid, at } = telling;
  for (const { id, channelId } of places) {
    await touchCard(deps, tx, id);
    if (!isSaid || !channelId) continue;
    const params = { moveId, participationId: id };
    const key = `${NOTICES.moved}:${moveId}:${id}`;
    await notify(deps, tx, { kind: NOTICES.moved, params, to: { channel: channelId }, key, at, cohortId });
  }
  await retellDeadlines(deps, tx, deadlineIds);
}
