import type { Actor } from '../../core/actor.ts';
import { isStaff } from '../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../core/outcome.ts';
import type { Tx } from '../../platform/db/client.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import type { Deps } from '../../platform/deps.ts';
import { record } from '../journal/public.ts';
import { DELIVER } from './ids.ts';
import { type NoticeState, next, type Target } from './rules.ts';

export type NoticeSpec = {
  /** `feature.kind`, the name of a renderer. */
  readonly kind: string;
  /** What the renderer needs to find the words: ids, never people's contact data. */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly to: Target;
  /** A second notice with the same key is not written: the same thing is said once (R3). */
  readonly key: string;
  readonly at: Date;
  readonly cohortId?: string;
};

const stored = (to: Target): { readonly targetKind: string; readonly target: string } => {
  if ('person' in to) return { targetKind: 'person', target: to.person };
  if ('channel' in to) return { targetKind: 'channel', target: to.channel };
  return { targetKind: 'staff', target: to.staffOf };
};

/** Writes down what must be said, in the transaction of the act, and queues its sending. */
export async function notify(deps: Deps, tx: Tx, spec: NoticeSpec): Promise<void> {
  const id = deps.ids.next();
  const written = await tx.notice.createMany({
    data: [
      {
        id,
        kind: spec.kind,
        params: spec.params,
        ...stored(spec.to),
        key: spec.key,
        state: 'pending' satisfies NoticeState,
        attempts: 0,
        dueAt: spec.at,
        createdAt: spec.at,
        cohortId: spec.cohortId ?? ('staffOf' in spec.to ? spec.to.staffOf : null),
      },
    ],
    skipDuplicates: true,
  });
  if (written.count > 0) await deps.jobs.enqueue(tx, DELIVER, { noticeId: id });
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
    const to = next(notice.state as NoticeState, 'retry');
    if (!to) return refuse('not_failed');
    const claimed = await tx.notice.updateMany({
      where: { id, state: notice.state },
      data: { state: to, attempts: 0, failure: null },
    });
    if (claimed.count === 0) return refuse('not_failed');
    await deps.jobs.enqueue(tx, DELIVER, { noticeId: id });
    await record(deps, tx, actor, now, {
      act: 'notices.retry',
      subject: 'notice',
      subjectId: id,
      cohortId: notice.cohortId,
      from: notice.state,
      to,
    });
    return ok(true);
  });
}
