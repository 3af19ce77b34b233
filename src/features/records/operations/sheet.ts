import { type Actor, isExpert, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES, type SheetOf } from '../ids.ts';

/** Own minutes are for experts, those of a cohort for its staff. */
export const maySeeMinutes = (actor: Actor, of: SheetOf): boolean =>
  'own' in of ? isExpert(actor) : isStaff(actor, of.cohortId);

/** Has the settlement sent to whoever asks, as files in a direct message (ME-10). `askedId` makes one request one message. */
export async function sendSheet(
  deps: Deps,
  actor: Actor,
  now: Date,
  of: SheetOf,
): Promise<Outcome<true, 'not_minutes'>> {
  if (!maySeeMinutes(actor, of)) return refuse('not_minutes');
  const { personId } = actor;
  const cohortId = 'own' in of ? null : of.cohortId;
  const askedId = deps.ids.next();
  await inTransaction(deps.db, async (tx) => {
    await record(deps, tx, actor, now, {
      ...{ act: 'records.export_minutes', subject: 'settlement', subjectId: askedId, cohortId },
    });
    await notify(deps, tx, {
      ...{ kind: NOTICES.sheet, params: { personId, cohortId }, to: { person: personId }, at: now },
      key: `${NOTICES.sheet}:${askedId}`,
    });
  });
  return ok(true);
}
