import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { remindDue } from './operations/remind.ts';
import { repairObligations } from './operations/repair.ts';
import { nextLook } from './queries/reminded.ts';
import { texts } from './texts.ts';

/** Every minute: what is due to be said about open matters is said. */
export const remindTick: Tick = { name: 'obligations.remind', cron: '* * * * *', run: remindDue };

/** Every hour: what is written as owed is compared with the state, and mended where it differs. */
export const repairTick: Tick = { name: 'obligations.repair', cron: '7 * * * *', run: repairObligations };

/** The next reminder, for those who wait for it. */
export async function nextReminder(deps: Deps, after: Date): Promise<Upcoming | null> {
  const at = await nextLook(deps.db, after);
  return at && { at, what: texts('pl').reminder.one };
}
