import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { NOTICES } from '../ids.ts';
import type { ActionRow, DateRow } from '../queries/index.ts';
import { type Act, again, type Found, lockDate, note, retellAction, tellStaff } from './act.ts';
import { askExpert, canObserve } from './ask-expert.ts';

export type AttendRefusal = 'not_allowed' | 'changed_meanwhile' | 'not_possible' | 'not_an_observer';
type Asked = { readonly dateId: string; readonly sequence: number };

/** The question as the expert who answers it saw it. */
async function askedOf(
  act: Act & { readonly doer: Actor },
  { dateId, sequence }: Asked,
): Promise<Outcome<Found, AttendRefusal>> {
  const found = await lockDate(act, dateId);
  if (!found || found.date.expertId !== act.doer.personId) return refuse('not_allowed');
  const { date } = found;
  if (date.sequence !== sequence) return refuse('changed_meanwhile');
  return date.state === 'planned' && date.endsAt > act.now ? ok(found) : refuse('not_possible');
}

/** Staff hear that an expert cannot come, with the reason and whom they propose instead. */
export const tellUnobserved = (act: Act, row: ActionRow, date: DateRow): Promise<void> =>
  tellStaff(act, row, {
    ...{ kind: NOTICES.unobserved, params: { dateId: date.id } },
    key: `${NOTICES.unobserved}:${date.id}:${date.expertId}:${date.sequence}:${date.version}`,
  });

/** The expert says that they come to a date; also after they had said no, until it is over. */
export const agreeToDate = (deps: Deps, actor: Actor, now: Date, asked: Asked): Promise<Outcome<true, AttendRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const found = await askedOf(act, asked);
    if (!found.ok) return found;
    const { row, date } = found.value;
    if (date.attends === 'agreed') return ok(true);
    const data = { attends: 'agreed', attendsNote: null, proposedId: null, version: { increment: 1 } };
    await tx.actionDate.update({ where: { id: date.id }, data });
    await note(act, row, false, { act: 'actions.agree', detail: { dateId: date.id } });
    await retellAction(act, row);
    return ok(true);
  });

/** The expert cannot come, be it on the very day: why, and perhaps who could instead (ME-7). Staff hear of it. */
export const declineDate = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { reason, proposedId, ...asked }: Asked & { readonly reason: string; readonly proposedId: string | null },
): Promise<Outcome<true, AttendRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const found = await askedOf(act, asked);
    if (!found.ok) return found;
    const { row, date } = found.value;
    if (proposedId !== null && (proposedId === actor.personId || !(await canObserve(act, row, proposedId))))
      return refuse('not_an_observer');
    const data = { attends: 'not', attendsNote: reason, proposedId, version: { increment: 1 } };
    await tx.actionDate.update({ where: { id: date.id }, data });
    await note(act, row, false, { act: 'actions.decline', detail: { dateId: date.id } });
    // Another reason for the same no is put right where the first was said.
    if (date.attends !== 'not') await tellUnobserved(act, row, date);
    await retellAction(act, await again(act, row.id));
    return ok(true);
  });

/** Staff ask another expert of the cohort to observe a date; nobody with a tie to the organisation (invariant 4). */
export const nameObserver = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: { readonly dateId: string; readonly version: number; readonly expertId: string },
): Promise<Outcome<{ readonly name: string }, AttendRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const found = await lockDate(act, wish.dateId);
    if (!found || !isStaff(actor, found.row.cohortId)) return refuse('not_allowed');
    const { row, date } = found;
    if (date.version !== wish.version) return refuse('changed_meanwhile');
    if (date.state !== 'planned' || date.endsAt <= now) return refuse('not_possible');
    if (!(await canObserve(act, row, wish.expertId))) return refuse('not_an_observer');
    await askExpert(act, row, date, wish.expertId);
    await note(act, row, false, { act: 'actions.name_observer', detail: { dateId: date.id } });
    const fresh = await again(act, row.id);
    await retellAction(act, fresh);
    return ok({ name: fresh.dates.find(({ id }) => id === date.id)?.expert?.name ?? '' });
  });
