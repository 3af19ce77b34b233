import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { doDue } from './operations/index.ts';
import { nextEnd } from './queries/index.ts';
import { texts } from './texts.ts';

export const dueTick: Tick = { name: 'actions.due', cron: '* * * * *', run: doDue };

/** The end of the next date, after which the organisation is asked how it went. */
export async function nextDateEnd(deps: Deps, after: Date): Promise<Upcoming | null> {
  const next = await nextEnd(deps.db, after);
  return next && { at: next.endsAt, what: texts('pl').upcoming(next.action.participation.organisation.name) };
}
