import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Notice } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { LANE } from '../ids.ts';
import { undeliveredFor } from '../queries.ts';
import { laneNamed, type NoticeState, nameOfLane, next, type Reason, reasonOf } from '../rules/index.ts';
import { hurryLane } from './lane.ts';

/** Puts failed notices back into their lanes, each in its old place. Gives those that were still waiting for it. */
async function putBack(deps: Deps, tx: Tx, failed: readonly Notice[]): Promise<readonly Notice[]> {
  const ids: string[] = [];
  for (const isDoubtful of [true, false]) {
    const state = next('failed', isDoubtful ? 'retryDoubtful' : 'retry') ?? 'sending';
    const among = failed.filter((notice) => notice.isDoubtful === isDoubtful).map((notice) => notice.id);
    const back = await tx.notice.updateManyAndReturn({
      where: { id: { in: among }, state: 'failed' satisfies NoticeState },
      data: { state, attempts: 0, failure: null },
      select: { id: true },
    });
    ids.push(...back.map(({ id }) => id));
  }
  const standing = new Set(ids);
  const back = failed.filter(({ id }) => standing.has(id));
  for (const lane of new Set(back.map(nameOfLane))) {
    await hurryLane(deps, tx, laneNamed(lane));
    await deps.jobs.wake(tx, LANE, lane);
  }
  return back;
}

/** Staff send an undelivered notice once more. Refuses others, and notices that are not in trouble. */
export async function retryNotice(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<true, 'not_allowed' | 'not_failed'>> {
  return inTransaction(deps.db, async (tx) => {
    const notice = await tx.notice.findUnique({ where: { id } });
    if (!notice || !isStaff(actor, notice.cohortId ?? undefined)) return refuse('not_allowed');
    if ((await putBack(deps, tx, [notice])).length === 0) return refuse('not_failed');
    await record(deps, tx, actor, now, {
      act: 'notices.retry',
      subject: 'notice',
      subjectId: id,
      cohortId: notice.cohortId,
      from: 'failed',
      reason: notice.failure,
    });
    return ok(true);
  });
}

/**
 * Staff send once more all that failed for one reason and that they look after. Refuses others. Gives how many.
 */
export async function retryAll(
  deps: Deps,
  actor: Actor,
  now: Date,
  reason: Reason,
): Promise<Outcome<number, 'not_allowed'>> {
  if (!isStaff(actor)) return refuse('not_allowed');
  return inTransaction(deps.db, async (tx) => {
    const failed = await tx.notice.findMany({ where: undeliveredFor(actor) });
    const back = await putBack(
      deps,
      tx,
      failed.filter((notice) => reasonOf(notice) === reason),
    );
    for (const [cohortId, notices] of Map.groupBy(back, (notice) => notice.cohortId)) {
      const first = notices[0]?.id ?? '';
      const subject = cohortId ? { subject: 'cohort', subjectId: cohortId } : { subject: 'notice', subjectId: first };
      const detail = { count: notices.length };
      await record(deps, tx, actor, now, {
        ...subject,
        ...{ act: 'notices.retry_all', cohortId, from: 'failed', reason, detail },
      });
    }
    return ok(back.length);
  });
}
