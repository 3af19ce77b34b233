import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { recordTie, type TieCategory } from '../../experts/public.ts';
import { assignmentById } from '../queries/index.ts';
import { type DeclineCategory, type LateRefusal, late, next, stateOf } from '../rules/index.ts';
import { tellStaff } from './announce.ts';
import { move } from './move.ts';

export type Declining = {
  readonly assignmentId: string;
  readonly category: DeclineCategory;
  readonly note: string | null;
  /** The kind of tie, when that is the category: it is written down as a declared tie. */
  readonly tie: TieCategory | null;
};

type DeclineRefusal = 'not_allowed' | 'changed_meanwhile' | LateRefusal;

async function write(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  now: Date,
  given: Declining,
): Promise<Outcome<{ readonly organisation: string }, DeclineRefusal>> {
  const row = await assignmentById(tx, given.assignmentId);
  if (!row || row.expertId !== actor.personId) return refuse('not_allowed');
  const state = stateOf(row.state);
  const to = next(state, 'decline');
  if (!to) return refuse(late(state));
  const { category, note } = given;
  const data = { answeredAt: now, declineCategory: category, declineNote: note };
  const step = { act: 'assignments.decline', to, reason: category, data };
  if (!(await move(deps, tx, actor, now, { row, step }))) return refuse('changed_meanwhile');
  const { organisationId, organisation } = row.participation;
  if (category === 'tie') {
    await recordTie(deps, tx, actor, now, { expertId: row.expertId, organisationId, category: given.tie ?? 'other' });
  }
  await tellStaff(deps, tx, row, now);
  return ok({ organisation: organisation.name });
}

/**
 * The expert says no, with a category (ME-2); the category "tie" declares the tie as well. The organisation is told
 * nothing, staff are told. Refuses others, a second press and a late one.
 */
export const declineProposal = (
  deps: Deps,
  actor: Actor,
  now: Date,
  given: Declining,
): Promise<Outcome<{ readonly organisation: string }, DeclineRefusal>> =>
  inTransaction(deps.db, (tx) => write(deps, tx, actor, now, given));
