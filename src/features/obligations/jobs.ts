import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { nextDigestOf, sayDigests } from './operations/digest.ts';
import { remindDue } from './operations/remind.ts';
import { repairObligations } from './operations/repair.ts';
import { nextLook } from './queries/reminded.ts';
import { texts } from './texts.ts';

/** Every minute: what is due to be said about open matters is said. */
export const remindTick: Tick = { name: 'obligations.remind', cron: '* * * * *', run: remindDue };

/** Every hour: what is written as owed is compared with the state, and mended where it differs. */
export const repairTick: Tick = { name: 'obligations.repair', cron: '7 * * * *', run: repairObligations };

/** Every minute: the digest of a week is said when its moment has come. */
export const digestTick: Tick = { name: 'obligations.digest', cron: '* * * * *', run: sayDigests };

/** The next reminder or weekly digest, for those who wait for it. */
export async function nextSaid(deps: Deps, after: Date): Promise<Upcoming | null> {
  const [reminder, digest] = await Promise.all([nextLook(deps.db, after), nextDigestOf(deps, after)]);
  const words = texts('pl');
  if (digest && (!reminder || digest < reminder)) return { at: digest, what: words.digest.name };
  return reminder && { at: reminder, what: words.reminder.one };
}
