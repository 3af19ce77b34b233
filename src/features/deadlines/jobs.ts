import { inTransaction } from '../../platform/db/transaction.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Tick, Upcoming } from '../../platform/feature.ts';
import { touchCard } from '../participations/public.ts';
import { kindsOf } from './operations/index.ts';
import { newlyOverdue, nextDue } from './queries/index.ts';
import { texts } from './texts.ts';

/** So many cards are brought up to date in one go; the rest follow at the next tick. */
const AT_ONCE = 200;

/** The cards of organisations whose deadline has passed say so. Asked again, it finds nothing. */
export async function showOverdue(deps: Deps, now: Date): Promise<void> {
  const due = await newlyOverdue(deps.db, now, AT_ONCE);
  if (due.length === 0) return;
  await inTransaction(deps.db, async (tx) => {
    const where = { id: { in: due.map(({ id }) => id) }, shownOverdue: false };
    await tx.deadline.updateMany({ where, data: { shownOverdue: true } });
    for (const id of new Set(due.map(({ participationId }) => participationId))) await touchCard(deps, tx, id);
  });
}

export const overdueTick: Tick = { name: 'deadlines.overdue', cron: '* * * * *', run: showOverdue };

/** The next deadline of anybody, in the words of the staff channel. */
export async function nextDeadline(deps: Deps, after: Date): Promise<Upcoming | null> {
  const next = await nextDue(deps.db, after);
  if (!next) return null;
  const { cohort, organisation } = next.participation;
  const label = kindsOf(cohort).find(({ key }) => key === next.kind)?.label.pl ?? next.kind;
  return { at: next.dueAt, what: texts('pl').upcoming(label, organisation.name) };
}
