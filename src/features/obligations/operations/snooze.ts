import { type Actor, isStaff, represents } from '../../../core/actor.ts';
import { addDays, civilOf, toInstant } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { cohortById, definitionOf, reminderSettingsOf } from '../../programmes/public.ts';
import { remindersOf } from '../queries/reminded.ts';

type Matter = { readonly ownerKind: string; readonly ownerId: string; readonly cohortId: string };

const owes = (actor: Actor, { ownerKind, ownerId, cohortId }: Matter): boolean =>
  (ownerKind === 'person' && ownerId === actor.personId) ||
  (ownerKind === 'organisation' && represents(actor, ownerId)) ||
  isStaff(actor, cohortId);

/**
 * "Remind me later": nothing more is said about the matters of a message until the set hour of the day that lies so many
 * days ahead on the person's clocks (SY-1). Refuses people whose matters they are not, and what is settled meanwhile.
 */
export async function snooze(
  deps: Deps,
  actor: Actor,
  now: Date,
  asked: { readonly messageId: string; readonly days: number },
): Promise<Outcome<Date, 'not_yours' | 'settled'>> {
  return inTransaction(deps.db, async (tx) => {
    const own = (await remindersOf(tx, asked.messageId)).map((one) => one.obligation).filter((one) => owes(actor, one));
    const [first] = own;
    if (!first) return refuse('not_yours');
    const open = own.filter((one) => one.closedAt === null);
    const cohort = await cohortById(tx, first.cohortId);
    if (open.length === 0 || !cohort) return refuse('settled');
    const { reminderTime: time } = reminderSettingsOf(definitionOf(cohort));
    const zone = actor.timeZone;
    const { instant: until } = toInstant({ date: addDays(civilOf(now, zone).date, asked.days), time, zone });
    const ids = open.map(({ id }) => id);
    await tx.obligation.updateMany({ where: { id: { in: ids } }, data: { snoozedUntil: until, remindAt: now } });
    for (const { id, cohortId } of open) {
      await record(deps, tx, actor, now, {
        ...{ act: 'obligations.snooze', subject: 'obligation', subjectId: id, cohortId },
        detail: { days: asked.days },
      });
    }
    return ok(until);
  });
}
