import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { Prisma } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { canSee } from '../rules/calls.ts';
import { COHORT_QUEUE } from './touch.ts';

/** Tries again what could not be done in Slack: channels, invitations, card. Harmless when all is well. */
export async function retryCohort(
  deps: Deps,
  actor: Actor,
  now: Date,
  cohortId: string,
): Promise<Outcome<true, 'not_allowed' | 'unknown_cohort'>> {
  if (!canSee(actor, cohortId)) return refuse('not_allowed');
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.cohort.updateMany({ where: { id: cohortId }, data: { problem: Prisma.DbNull } });
    if (count === 0) return refuse('unknown_cohort');
    await record(deps, tx, actor, now, {
      act: 'programmes.retry_channels',
      subject: 'cohort',
      subjectId: cohortId,
      cohortId,
    });
    await deps.jobs.enqueue(tx, COHORT_QUEUE, { cohortId, again: true }, { key: cohortId });
    return ok(true);
  });
}
