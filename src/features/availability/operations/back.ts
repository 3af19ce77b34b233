import type { Actor } from '../../../core/actor.ts';
import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { expertProfile, lockExpert } from '../../experts/public.ts';
import { record } from '../../journal/public.ts';
import { absenceById, ledPlaces } from '../queries/index.ts';
import { instantsOf, mayWriteAbsence } from '../rules/index.ts';
import { tellAway } from './tell.ts';

/**
 * Ends an absence: plans changed, or the expert is back early. It is kept. What was moved because of it stays moved;
 * features take back what they still ask for because of it.
 * Refuses one that is ended or over.
 */
export async function endAbsence(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<{ readonly expertId: string }, 'not_allowed' | 'absence_over'>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await absenceById(tx, id);
    const expert = row ? await expertProfile(tx, row.expertId) : null;
    if (!row || !expert || !mayWriteAbsence(actor, expert)) return refuse('not_allowed');
    const { expertId, substituteId, fromOn, lastOn } = row;
    const zone = row.expert.terms?.zone ?? WARSAW;
    await lockExpert(tx, expertId);
    if (lastOn < civilOf(now, zone).date) return refuse('absence_over');
    const ended = { endedAt: now, endedBy: actor.personId };
    const { count } = await tx.absence.updateMany({ where: { id, endedAt: null }, data: ended });
    if (count === 0) return refuse('absence_over');
    await record(deps, tx, actor, now, {
      ...{ act: 'availability.back', subject: 'person', subjectId: expertId },
      onBehalfOf: actor.personId === expertId ? null : expert.name,
      detail: { absenceId: id, from: fromOn, last: lastOn },
    });
    const away = { absenceId: id, expertId, ...instantsOf({ from: fromOn, last: lastOn }, zone), substituteId };
    for (const hook of deps.offers.onBack) await hook({ deps, tx, actor, now }, away);
    const led = await ledPlaces(tx, expertId);
    await tellAway({ deps, tx, actor, now }, { absenceId: id, expertId, substituteId, led, isBack: true });
    return ok({ expertId });
  });
}
