import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { deleteNeeds, inviteNew, showPhases, turnQueues } from './operations/index.ts';
import { OPEN_STATES } from './rules/index.ts';
import { texts } from './texts.ts';

/** Offers pass on, new organisations are invited, cards show that sign-up has ended, and needs are deleted. */
export async function keepUp(deps: Deps, now: Date): Promise<void> {
  await turnQueues(deps, now);
  await inviteNew(deps, now);
  await showPhases(deps, now);
  await deleteNeeds(deps, now);
}

export const eventsTick: Tick = { name: 'events.keep_up', cron: '* * * * *', run: keepUp };

/** The next event of anybody, in the words of the staff channel. */
export async function nextEvent(deps: Deps, after: Date): Promise<Upcoming | null> {
  const where = { state: { in: [...OPEN_STATES] }, startsAt: { gt: after } };
  const next = await deps.db.event.findFirst({ where, orderBy: { startsAt: 'asc' } });
  return next && { at: next.startsAt, what: texts('pl').upcoming(next.title) };
}
