import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { announceDue, leaveDue, overAt, tellOfWaiting } from './operations/index.ts';
import { datedHandOvers } from './queries/index.ts';

/** Every minute: organisations whose channel came after their expert's yes are told. */
export const announceTick: Tick = { name: 'assignments.announce', cron: '* * * * *', run: announceDue };

/** Every five minutes: staff are told, once for each group of newly admitted organisations, how many wait. */
export const waitingTick: Tick = { name: 'assignments.waiting', cron: '*/5 * * * *', run: tellOfWaiting };

/** Every minute: experts whose last day is over lead no more. */
export const leaveTick: Tick = { name: 'assignments.leave', cron: '* * * * *', run: leaveDue };

/** When the next of them stops. */
export async function nextLeaving(deps: Deps, after: Date): Promise<Upcoming | null> {
  const moments = (await datedHandOvers(deps.db)).flatMap(({ lastOn }) => (lastOn ? [overAt(lastOn)] : []));
  const [at] = moments.filter((one) => one > after).sort((a, b) => a.getTime() - b.getTime());
  return at ? { at, what: 'an expert who hands an organisation over stops leading it' } : null;
}
