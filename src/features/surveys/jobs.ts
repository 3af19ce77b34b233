import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { askDue, closeDue, remindDue } from './operations/index.ts';
import { nextMoment } from './queries/index.ts';
import { texts } from './texts.ts';

/** Asks, reminds and closes what is due; run again, it does nothing twice. */
async function run(deps: Deps, now: Date): Promise<void> {
  await closeDue(deps, now);
  await remindDue(deps, now);
  await askDue(deps, now);
}

export const surveysTick: Tick = { name: 'surveys.due', cron: '*/5 * * * *', run };

export async function nextSurvey(deps: Deps, after: Date): Promise<Upcoming | null> {
  const at = await nextMoment(deps.db, after);
  return at && { at, what: texts('pl').upcoming };
}
