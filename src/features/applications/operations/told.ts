import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { TOLD } from '../queries/results.ts';
import { lockCall } from './work.ts';

/** Notes that staff told a result in person, once; only after the release. */
export async function markTold(
  deps: Deps,
  actor: Actor,
  now: Date,
  applicationId: string,
): Promise<Outcome<true, 'not_allowed'>> {
  return inTransaction(deps.db, async (tx) => {
    const application = await tx.application.findUnique({ where: { id: applicationId }, include: { call: true } });
    if (!application || !isStaff(actor, application.cohortId) || !application.call.releasedAt)
      return refuse('not_allowed');
    await lockCall(tx, application.callId);
    const line = { act: TOLD, subject: 'application', subjectId: applicationId };
    if (await tx.journalEntry.findFirst({ where: line })) return ok(true);
    await record(deps, tx, actor, now, { ...line, cohortId: application.cohortId });
    return ok(true);
  });
}
