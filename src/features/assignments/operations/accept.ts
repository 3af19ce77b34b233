import { type Actor, isExpert } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/deps.ts';
import { expertProfile, lockExpert } from '../../experts/public.ts';
import { inviteToChannel, isOpen, stateOf as placeState, touchCard } from '../../participations/public.ts';
import { type AssignmentRow, assignmentById, openHandOver } from '../queries/index.ts';
import { type AssignmentState, type LateRefusal, late, next, stateOf } from '../rules/index.ts';
import { announce, tellStaff } from './announce.ts';
import { finishHandOver, leave } from './leave.ts';
import { move } from './move.ts';
import { lockPlace } from './propose.ts';

type AcceptRefusal = 'not_allowed' | 'not_open' | 'tie' | 'full' | 'changed_meanwhile' | LateRefusal;
type Accepted = { readonly organisation: string; readonly channelId: string | null };
type Accepting = Outcome<Accepted, AcceptRefusal>;

/** Whether the pair is still possible: no tie declared since, and the limit not passed by a lowered one (invariants 3, 4). */
async function pairRefusal(tx: Tx, row: AssignmentRow): Promise<'tie' | 'full' | null> {
  await lockExpert(tx, row.expertId);
  const expert = await expertProfile(tx, row.expertId);
  const { organisationId } = row.participation;
  if (expert?.ties.some((tie) => tie.organisationId === organisationId)) return 'tie';
  const active = await tx.assignment.count({ where: { expertId: row.expertId, state: 'active' } });
  return row.overrideReason === null && active >= (expert?.maxLoad ?? 0) ? 'full' : null;
}

async function write(deps: Deps, tx: Tx, actor: Actor, now: Date, id: string): Promise<Accepting> {
  const row = await assignmentById(tx, id);
  if (!row || row.expertId !== actor.personId) return refuse('not_allowed');
  const { participation } = row;
  const state = stateOf(row.state);
  const to = next(state, 'accept');
  if (!to) return refuse(late(state));
  if (!isExpert(actor, participation.cohortId)) return refuse('not_allowed');
  if (!isOpen(placeState(participation.state))) return refuse('not_open');
  await lockPlace(tx, row.participationId);
  const unfit = await pairRefusal(tx, row);
  if (unfit) return refuse(unfit);
  return take({ deps, tx, actor, now }, row, to);
}

/** Holds the assignment: nobody takes it back from here on. Whoever came second reads what the first has done. */
async function hold(tx: Tx, { id, version }: AssignmentRow): Promise<AcceptRefusal | null> {
  const [held] = await tx.$queryRaw<{ version: number; state: string }[]>`
    SELECT "version", "state" FROM "Assignment" WHERE "id" = ${id}::uuid FOR UPDATE`;
  if (held?.version === version) return null;
  const state = held && stateOf(held.state);
  return !state || next(state, 'accept') ? 'changed_meanwhile' : late(state);
}

/** The pair stands; an expert who hands the organisation over leaves it in the same step (CO-10). */
async function take(doing: Doing, row: AssignmentRow, to: AssignmentState): Promise<Accepting> {
  const { deps, tx, actor, now } = doing;
  const { id, participation } = row;
  const changed = await hold(tx, row);
  if (changed) return refuse(changed);
  const handedOver = await openHandOver(tx, row.participationId);
  if (handedOver && !handedOver.leftAt) await leave(doing, handedOver, row.expertId);
  const step = { act: 'assignments.accept', to, data: { answeredAt: now } };
  if (!(await move(deps, tx, actor, now, { row, step })))
    throw new Error('the assignment changed while its place was held');
  if (handedOver) await finishHandOver(doing, handedOver, id);
  await announce(deps, tx, id, now);
  await inviteToChannel(deps, tx, row.participationId, row.expertId);
  await touchCard(deps, tx, row.participationId);
  await tellStaff(deps, tx, row, now);
  return ok({ organisation: participation.organisation.name, channelId: participation.channelId });
}

/**
 * The expert takes the organisation (ME-2): it is told once, the expert comes into its channel, the card changes, staff
 * are told. Refuses others, a second press and a late one (by the state that is there now), a tie declared since,
 * and a limit that was lowered since.
 */
export async function acceptProposal(deps: Deps, actor: Actor, now: Date, id: string): Promise<Accepting> {
  try {
    return await inTransaction(deps.db, (tx) => write(deps, tx, actor, now, id));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse('changed_meanwhile');
  }
}
