import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, record } from '../../journal/public.ts';
import { touchCohortCard } from './touch.ts';

type LastDay = {
  readonly cohort: { readonly id: string; readonly endsOn: string | null };
  /** Civil date. */
  readonly endsOn: string;
  readonly reason: string | null;
};

/** Writes the funder's last day of a cohort, in the transaction of whoever has checked that nothing lies after it (CO-13). */
export async function setLastDay(deps: Deps, tx: Tx, doer: Doer, at: Date, given: LastDay): Promise<void> {
  const { cohort, endsOn, reason } = given;
  await tx.cohort.update({ where: { id: cohort.id }, data: { endsOn, version: { increment: 1 } } });
  await record(deps, tx, doer, at, {
    act: 'programmes.set_last_day',
    subject: 'cohort',
    subjectId: cohort.id,
    cohortId: cohort.id,
    from: cohort.endsOn,
    to: endsOn,
    reason,
  });
  await touchCohortCard(deps, tx, cohort.id);
}
