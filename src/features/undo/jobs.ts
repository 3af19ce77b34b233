import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { performDue } from './operations/index.ts';
import { nextAct } from './queries.ts';
import { texts } from './texts.ts';

/** Every five seconds, so that an act is done when it was said to be: what is due is done. */
export const performTick: Tick = { name: 'undo.perform', cron: '*/5 * * * * *', run: performDue };

/** The next waiting act, for those who wait for it. */
export async function nextWaiting(deps: Deps, after: Date): Promise<Upcoming | null> {
  const at = await nextAct(deps.db, after);
  return at && { at, what: texts('pl').upcoming };
}
