import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { LaneHandler, Tick, Upcoming } from '../../../platform/feature.ts';
import { LANE } from '../ids.ts';
import { lanesDue, nextDue } from '../queries.ts';
import { nameOfLane } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { takeStep } from './turn.ts';

export const deliveryLanes: LaneHandler = { queue: LANE, turn: takeStep };

/**
 * Calls the lanes that have something to say and nobody at it: what has come due, what another process left when it
 * died, and what a lost call did not tell. Calling twice is harmless.
 */
async function callLanes(deps: Deps, now: Date): Promise<void> {
  const lanes = await lanesDue(deps.db, now);
  if (lanes.length === 0) return;
  await inTransaction(deps.db, async (tx) => {
    for (const lane of lanes) await deps.jobs.wake(tx, LANE, nameOfLane(lane));
  });
}

export const dueTick: Tick = { name: 'notices_due', cron: '*/5 * * * * *', run: callLanes };

/** The next notice that waits for its moment. */
export async function nextNotice(deps: Deps, after: Date): Promise<Upcoming | null> {
  const at = await nextDue(deps.db, after);
  return at && { at, what: texts('pl').upcoming };
}
