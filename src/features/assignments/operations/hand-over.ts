import type { Actor } from '../../../core/actor.ts';
import { isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { isOpen, stateOf } from '../../participations/public.ts';
import { NOTICES } from '../ids.ts';
import { handOverAt, handOverById, hasMentor, leadAt, type Place, placeById } from '../queries/index.ts';
import type { HandOverState, Terms } from '../rules/index.ts';
import { leave } from './leave.ts';
import { type ExpertRefusal, expertRefusal, lockPlace, proposeIn } from './propose.ts';

export type HandOverWish = Terms & {
  readonly participationId: string;
  /** The assignment that ends: the one that was seen when the form was opened. */
  readonly assignmentId: string;
  /** Who is asked to take over; null: somebody is still to be found. */
  readonly expertId: string | null;
};

export type HandOverRefusal =
  | 'not_allowed'
  | 'no_mentor'
  | 'not_open'
  | 'changed_meanwhile'
  | 'no_note'
  | ExpertRefusal;

/** The key of the notice by which the former expert hears of it before leaving. */
export const handingOverKey = (handOverId: string): string => `${NOTICES.handingOver}:${handOverId}`;

function placeRefusal({ actor }: Doing, place: Place | null, wish: HandOverWish): HandOverRefusal | null {
  if (!place || !isStaff(actor, place.cohortId)) return 'not_allowed';
  if (!hasMentor(place)) return 'no_mentor';
  if (!isOpen(stateOf(place.state))) return 'not_open';
  if (leadAt(place)?.id !== wish.assignmentId || handOverAt(place)) return 'changed_meanwhile';
  return wish.note === null && wish.reason !== 'illness' ? 'no_note' : null;
}

/** Whether this organisation can be handed over like this now; writes nothing. */
export async function checkHandOver(doing: Doing, wish: HandOverWish): Promise<Outcome<Place, HandOverRefusal>> {
  const { tx } = doing;
  const { participationId, expertId } = wish;
  await lockPlace(tx, participationId);
  const place = await placeById(tx, participationId);
  const refused = placeRefusal(doing, place, wish);
  if (refused || !place) return refuse(refused ?? 'not_allowed');
  if (expertId === null) return ok(place);
  if (expertId === leadAt(place)?.expertId) return refuse('former');
  const unfit = await expertRefusal(doing, place, { participationId, expertId, overrideReason: null });
  return unfit ? refuse(unfit) : ok(place);
}

async function write(doing: Doing, place: Place, wish: HandOverWish): Promise<string> {
  const { deps, tx, actor, now } = doing;
  const { participationId, assignmentId, reason, note, moment } = wish;
  const id = deps.ids.next();
  const state: HandOverState = 'open';
  const lastOn = moment === 'day' ? wish.lastOn : null;
  const formerId = leadAt(place)?.expertId ?? '';
  const { cohortId, organisationId: onBehalfOf } = place;
  const what = { id, participationId, cohortId, assignmentId, formerId, state, reason, note, lastOn };
  await tx.handOver.create({ data: { ...what, askedBy: actor.personId, askedAt: now, version: 1 } });
  const line = { act: 'assignments.hand_over', subject: 'hand_over', subjectId: id, cohortId, to: state, reason };
  await record(deps, tx, actor, now, { ...line, onBehalfOf, detail: { participationId, formerId, moment } });
  return id;
}

export type HandedOver = { readonly handOverId: string; readonly assignmentId: string | null };

/** The hand-over in a transaction at hand. */
export async function handOverIn(doing: Doing, wish: HandOverWish): Promise<Outcome<HandedOver, HandOverRefusal>> {
  const { deps, tx, now } = doing;
  const checked = await checkHandOver(doing, wish);
  if (!checked.ok) return checked;
  const handOverId = await write(doing, checked.value, wish);
  const row = await handOverById(tx, handOverId);
  if (!row) throw new Error('a hand-over that was just written is not there');
  const { participationId, expertId } = wish;
  if (wish.moment === 'now') {
    await leave(doing, row, null);
  } else {
    const { handingOver: kind } = NOTICES;
    const to = { person: row.formerId };
    const said = { kind, params: { handOverId }, to, key: handingOverKey(handOverId), at: now };
    await notify(deps, tx, { ...said, cohortId: row.cohortId });
  }
  if (expertId === null) return ok({ handOverId, assignmentId: null });
  const asked = await proposeIn(doing, { participationId, expertId, overrideReason: null });
  // It was checked in the same transaction, with both rows held.
  if (!asked.ok) throw new Error(`the successor cannot be asked: ${asked.reason}`);
  return ok({ handOverId, assignmentId: asked.value.assignmentId });
}

/**
 * Staff have an organisation pass to another expert (CO-10): the successor is asked, and leads it from their yes. The
 * former expert leads it until then, or until a day, or no longer. Refuses others than staff, places that nobody leads
 * or that are handed over already (`changed_meanwhile`), a missing note unless somebody is ill, and successors whom a
 * rule keeps out.
 */
export async function handOver(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: HandOverWish,
): Promise<Outcome<HandedOver, HandOverRefusal>> {
  try {
    return await inTransaction(deps.db, (tx) => handOverIn({ deps, tx, actor, now }, wish));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse('changed_meanwhile');
  }
}
