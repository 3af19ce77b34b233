import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doing } from '../../../platform/feature.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type AssignmentRow, assignmentById } from '../queries/index.ts';
import { type LateRefusal, late, next, stateOf } from '../rules/index.ts';
import { move } from './move.ts';

export type WithdrawRefusal = 'not_allowed' | 'changed_meanwhile' | LateRefusal;
export type Withdrawn = { readonly participationId: string; readonly expert: string };

/** The key of the notice by which the expert hears of it. */
export const withdrawnKey = (assignmentId: string): string => `${NOTICES.withdrawn}:${assignmentId}`;

/** Whether this proposal can be taken back now; writes nothing. */
export async function checkWithdrawal(
  { tx, actor }: Doing,
  id: string,
): Promise<Outcome<AssignmentRow, 'not_allowed' | LateRefusal>> {
  const row = await assignmentById(tx, id);
  if (!row || !isStaff(actor, row.participation.cohortId)) return refuse('not_allowed');
  const state = stateOf(row.state);
  return next(state, 'withdraw') ? ok(row) : refuse(late(state));
}

/** Takes the proposal back in a transaction at hand, and tells nobody. */
export async function withdrawSilently(doing: Doing, id: string): Promise<Outcome<AssignmentRow, WithdrawRefusal>> {
  const { deps, tx, actor, now } = doing;
  const checked = await checkWithdrawal(doing, id);
  if (!checked.ok) return checked;
  const row = checked.value;
  const step = { act: 'assignments.withdraw', to: 'withdrawn', data: { endedAt: now } } as const;
  return (await move(deps, tx, actor, now, { row, step })) ? ok(row) : refuse('changed_meanwhile');
}

/** Takes the proposal back in a transaction at hand; the expert is told. */
export async function withdrawIn(doing: Doing, id: string): Promise<Outcome<Withdrawn, WithdrawRefusal>> {
  const { deps, tx, now: at } = doing;
  const outcome = await withdrawSilently(doing, id);
  if (!outcome.ok) return outcome;
  const { participation, participationId, expertId, expert } = outcome.value;
  const { withdrawn: kind } = NOTICES;
  const { cohortId } = participation;
  const params = { assignmentId: id };
  await notify(deps, tx, { kind, params, to: { person: expertId }, key: withdrawnKey(id), at, cohortId });
  return ok({ participationId, expert: expert.name });
}

/** Staff take a proposal back before it is answered; the expert is told. Refuses others, and one that is answered. */
export const withdrawProposal = (
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<Withdrawn, WithdrawRefusal>> =>
  inTransaction(deps.db, (tx) => withdrawIn({ deps, tx, actor, now }, id));
