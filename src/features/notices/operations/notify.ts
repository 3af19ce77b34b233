import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { LANE } from '../ids.ts';
import { laneOf, type NoticeState, nameOfLane, type Target } from '../rules/index.ts';

export type NoticeSpec = {
  /** `feature.kind`, the name of a renderer. */
  readonly kind: string;
  /** What the renderer needs to find the words: ids, never people's contact data. */
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly to: Target;
  /** A second notice with the same key is not written: the same thing is said once (R3). */
  readonly key: string;
  /** Not before this moment of the app's clock. */
  readonly at: Date;
  readonly cohortId?: string;
};

/** What writing a notice takes; every act has it. */
type NotifyDeps = Pick<Deps, 'clock' | 'ids'> & { readonly jobs: Pick<Deps['jobs'], 'wake'> };

/**
 * Writes down what must be said, in the transaction of the act. What is due now is sent as soon as the act is
 * committed; what is due later waits in the table until a tick finds it.
 */
export const notify = (deps: NotifyDeps, tx: Tx, spec: NoticeSpec): Promise<void> => notifyAll(deps, tx, [spec]);

/** The same for many notices at once: one statement for all, and a call for each lane. Their order is kept. */
export async function notifyAll(deps: NotifyDeps, tx: Tx, specs: readonly NoticeSpec[]): Promise<void> {
  if (specs.length === 0) return;
  const now = deps.clock.now();
  const rows = specs.map((spec) => ({
    id: deps.ids.next(),
    kind: spec.kind,
    params: spec.params,
    ...laneOf(spec.to),
    key: spec.key,
    state: 'pending' satisfies NoticeState,
    attempts: 0,
    dueAt: spec.at,
    createdAt: now,
    cohortId: spec.cohortId ?? ('staffOf' in spec.to ? spec.to.staffOf : null),
  }));
  const written = await tx.notice.createMany({ data: rows, skipDuplicates: true });
  if (written.count === 0) return;
  const due = rows.filter(({ dueAt }) => dueAt <= now);
  for (const lane of new Set(due.map(nameOfLane))) await deps.jobs.wake(tx, LANE, lane);
}
