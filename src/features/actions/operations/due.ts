import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { NOTICES } from '../ids.ts';
import { unasked, withoutExpert } from '../queries/index.ts';
import { askFrom } from '../rules/index.ts';
import { definitionFor, lockAction, lockDate, note, retellAction, tellChannel } from './act.ts';
import { askForDates } from './ask-expert.ts';

/** So many in one go; the rest follow at the next tick. */
const AT_ONCE = 100;

/** The day after a date the organisation is asked how it went, at the set hour (section 7). */
async function askHow(deps: Deps, now: Date): Promise<void> {
  for (const { id } of await unasked(deps.db, now, AT_ONCE))
    await inTransaction(deps.db, async (tx) => {
      const act = { deps, tx, doer: 'bot' as const, now };
      const found = await lockDate(act, id);
      if (!found) return;
      const { row, date } = found;
      const isDue = now >= askFrom(date, definitionFor(row).settings.reminderTime);
      if (date.state !== 'planned' || date.askedAt !== null || !isDue) return;
      await tx.actionDate.update({ where: { id }, data: { askedAt: now } });
      await tellChannel(act, row, {
        ...{ kind: NOTICES.asked, params: { dateId: id } },
        key: `${NOTICES.asked}:${id}:${date.sequence}`,
      });
    });
}

/** Whoever came to lead an organisation after its action was written down is asked to come as well. */
async function askExperts(deps: Deps, now: Date): Promise<void> {
  for (const { id } of await withoutExpert(deps.db, now, AT_ONCE))
    await inTransaction(deps.db, async (tx) => {
      const act = { deps, tx, doer: 'bot' as const, now };
      const row = await lockAction(act, id);
      if (!row || (await askForDates(act, row)) === 0) return;
      await note(act, row, false, { act: 'actions.ask_expert' });
      await retellAction(act, row);
    });
}

/** All that is due of actions. Asked again, it finds nothing. */
export async function doDue(deps: Deps, now: Date): Promise<void> {
  await askExperts(deps, now);
  await askHow(deps, now);
}
