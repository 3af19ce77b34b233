import { civilOf } from '../../../core/calendar/index.ts';
import { isQuiet } from '../../../core/reminders.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/feature.ts';
import { definitionOf, reminderSettingsOf } from '../../programmes/public.ts';
import { silentQuestions, unansweredCards, unasked } from '../queries/index.ts';
import { weigh } from './conclude.ts';
import { confirmSilently } from './confirm.ts';
import { askBoth, lockMeeting } from './question.ts';

/** So many in one go; the rest follow at the next tick. */
const AT_ONCE = 100;

/** Both sides are asked once it is over; at night in the morning (SY-1). */
async function askDue(deps: Deps, now: Date): Promise<void> {
  const clock = civilOf(now).time;
  for (const { id, participation } of await unasked(deps.db, now, AT_ONCE)) {
    if (isQuiet(clock, reminderSettingsOf(definitionOf(participation.cohort)))) continue;
    await inTransaction(deps.db, async (tx) => {
      const row = await lockMeeting({ deps, tx, now }, id);
      if (row?.state === 'booked' && row.endsAt <= now) await askBoth({ deps, tx, now }, row);
    });
  }
}

/** What follows from silence. */
async function hearSilence(deps: Deps, now: Date): Promise<void> {
  for (const { consultationId } of await silentQuestions(deps.db, now, AT_ONCE))
    await inTransaction(deps.db, async (tx) => {
      const row = await lockMeeting({ deps, tx, now }, consultationId);
      if (row) await weigh({ deps, tx, now }, row);
    });
}

/** All that is due after consultations. Asked again, it finds nothing. */
export async function doDue(deps: Deps, now: Date): Promise<void> {
  await askDue(deps, now);
  await hearSilence(deps, now);
  for (const { consultationId } of await unansweredCards(deps.db, now, AT_ONCE))
    await confirmSilently(deps, now, consultationId);
}
