import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import {
  afterFormal,
  completeItems,
  type FormalResult,
  failedItems,
  formalResult,
  type MarkedItem,
} from '../rules/formal.ts';
import { applyShifts, openForWork, type Target, UNDECIDED, type WorkRefusal } from './work.ts';

export type FormalRefusal = WorkRefusal | 'wrong_state' | 'item_missing';

/**
 * Writes the formal check of an application: every item of the programme's checklist with its mark. The result is
 * computed (CO-3). A rejection takes a prepared decision back and closes the gap it leaves on the reserve list.
 */
export async function checkFormally(
  deps: Deps,
  actor: Actor,
  now: Date,
  check: Target & { readonly items: readonly MarkedItem[] },
): Promise<Outcome<FormalResult, FormalRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const opened = await openForWork(tx, actor, now, check);
    if (!opened.ok) return opened;
    const application = opened.value;
    const keys = definitionOf(application.cohort).checklist.map((item) => item.key);
    const items = completeItems(keys, check.items);
    if (!items.ok) return items;
    const result = formalResult(items.value);
    const to = afterFormal(application.state, result);
    if (!to) return refuse('wrong_state');
    const { id, version, reservePosition } = application;
    if (result === 'rejected' && reservePosition !== null) {
      await applyShifts(tx, application, [{ from: reservePosition + 1, by: -1 }]);
    }
    await tx.application.update({
      where: { id },
      data: {
        state: to,
        formalResult: result,
        formalItems: items.value.map((item) => ({ ...item })),
        ...(result === 'rejected' ? UNDECIDED : {}),
        updatedAt: now,
        version: version + 1,
      },
    });
    await record(deps, tx, actor, now, {
      act: 'applications.check_formally',
      subject: 'application',
      subjectId: id,
      cohortId: application.cohortId,
      from: application.state,
      to,
      reason:
        failedItems(items.value)
          .map((item) => item.key)
          .join(', ') || null,
      detail: { withdrawnDecision: result === 'rejected' ? application.preparedDecision : null },
    });
    return ok(result);
  });
}
