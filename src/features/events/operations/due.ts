import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { OPEN_STATES as OPEN_PLACES } from '../../participations/public.ts';
import { OPEN_STATES, phaseOf, stateOf } from '../rules/index.ts';
import { inviteLater } from './announce.ts';
import { lockEvent } from './lock.ts';
import { turnQueue } from './queue.ts';
import { showAgain } from './say.ts';

/** Offers that ran out pass on to the next, and seats that are free are offered. Asked again, it finds nothing. */
export async function turnQueues(deps: Deps, now: Date): Promise<void> {
  const over = { some: { state: 'offered', offeredUntil: { lte: now } } };
  const due = await deps.db.event.findMany({
    where: { state: { in: [...OPEN_STATES] }, registrations: over },
    select: { id: true },
  });
  for (const { id } of due)
    await inTransaction(deps.db, async (tx) => {
      const event = await lockEvent(tx, id);
      if (event) await showAgain(deps, tx, id, await turnQueue(deps, tx, event, now));
    });
}

/** Organisations that were admitted after an event was announced are invited. */
export async function inviteNew(deps: Deps, now: Date): Promise<void> {
  const due = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT e."id" FROM "Event" e
    JOIN "Participation" p ON p."cohortId" = e."cohortId" AND p."state" = ANY(${[...OPEN_PLACES]})
    WHERE e."state" = ANY(${[...OPEN_STATES]}) AND e."startsAt" > ${now}::timestamptz AND p."channelId" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "EventInvitation" i WHERE i."eventId" = e."id" AND i."participationId" = p."id")`;
  for (const { id } of due) await inviteLater(deps, id, now);
}

/** Cards of events whose sign-up has ended, or which are over, say so. */
export async function showPhases(deps: Deps, now: Date): Promise<void> {
  const open = await deps.db.event.findMany({ where: { state: { in: [...OPEN_STATES] }, shown: { not: 'over' } } });
  for (const event of open) {
    const shown = phaseOf({ ...event, state: stateOf(event.state) }, now);
    if (shown === event.shown) continue;
    await inTransaction(deps.db, async (tx) => {
      await tx.event.updateMany({ where: { id: event.id, shown: event.shown }, data: { shown } });
      await showAgain(deps, tx, event.id, 'all');
    });
  }
}
