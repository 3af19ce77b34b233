import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { runConsultations } from './operations/index.ts';
import { nextRunOut } from './queries/index.ts';
import { texts } from './texts.ts';

/** What has run out makes room; who waits is offered what has become free. */
export const consultationsTick: Tick = { name: 'consultations.run', cron: '* * * * *', run: runConsultations };

/** The next request or offer that runs out, in the words of the staff channel. */
export async function nextConsultation(deps: Deps, after: Date): Promise<Upcoming | null> {
  const next = await nextRunOut(deps.db, after);
  return next && { at: next.at, what: texts('pl').upcoming(next.organisation) };
}
