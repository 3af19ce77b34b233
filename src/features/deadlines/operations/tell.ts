import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notifyAll } from '../../notices/public.ts';
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
  for (const { id } of places) await touchCard(deps, tx, id);
  const { moved: kind } = NOTICES;
  const specs = places.flatMap(({ id, channelId: channel }) => {
    if (!isSaid || !channel) return [];
    return [
      { kind, params: { moveId, participationId: id }, to: { channel }, key: `${kind}:${moveId}:${id}`, at, cohortId },
    ];
  });
  await notifyAll(deps, tx, specs);
  await retellDeadlines(deps, tx, deadlineIds);
}
