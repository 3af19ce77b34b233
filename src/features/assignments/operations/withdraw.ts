import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { assignmentById } from '../queries/index.ts';
import { type LateRefusal, late, next, stateOf } from '../rules/index.ts';
import { move } from './move.ts';

type WithdrawRefusal = 'not_allowed' | 'changed_meanwhile' | LateRefusal;
type Withdrawn = { readonly participationId: string; readonly expert: string };

/** Staff take a proposal back before it is answered; the expert is told. Refuses others, and one that is answered. */
export async function withdrawProposal(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<Withdrawn, WithdrawRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await assignmentById(tx, id);
    if (!row || !isStaff(actor, row.participation.cohortId)) return refuse('not_allowed');
    const state = stateOf(row.state);
    const to = next(state, 'withdraw');
    if (!to) return refuse(late(state));
    const step = { act: 'assignments.withdraw', to, data: { endedAt: now } };
    if (!(await move(deps, tx, actor, now, { row, step }))) return refuse('changed_meanwhile');
    const { withdrawn: kind } = NOTICES;
    const { cohortId } = row.participation;
    const person = row.expertId;
    await notify(deps, tx, {
      kind,
      params: { assignmentId: id },
      to: { person },
      key: `${kind}:${id}`,
      at: now,
      cohortId,
    });
    return ok({ participationId: row.participationId, expert: row.expert.name });
  });
}
