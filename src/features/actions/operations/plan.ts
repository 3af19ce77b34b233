import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { isOpen, stateOf } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import { NOTICES } from '../ids.ts';
import { placeById } from '../queries/index.ts';
import { type DateFault, dateFault, hasActions, type Planned, sideOf, timesOf } from '../rules/index.ts';
import { again, note, retellAction, tellChannel } from './act.ts';
import { askForDates } from './ask-expert.ts';
import { writeChange } from './change.ts';

export type PlanRefusal = 'not_allowed' | 'not_in_programme' | 'already_planned' | DateFault;

export type PlanWish = {
  readonly participationId: string;
  readonly title: string;
  readonly planned: Planned;
  readonly channelId: string | null;
};

/** A new date of an action, not answered for. */
export const newDate = (id: string, actionId: string, planned: Planned) => ({
  ...{ id, actionId, ...timesOf(planned), state: 'planned', isPartly: false, sequence: 0, version: 1 },
});

/**
 * The organisation writes its action down with a first date, or staff do so for it (R2). Its expert is asked to come.
 * Refuses others, places out of the programme, a second action, and dates that are over or after the cohort's last day.
 */
export async function planAction(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: PlanWish,
): Promise<Outcome<{ readonly actionId: string }, PlanRefusal>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const { participationId, title, planned, channelId } = wish;
      const place = await placeById(tx, participationId);
      const side = place && sideOf(actor, place, channelId);
      if (!place || !side) return refuse('not_allowed');
      const isIn = isOpen(stateOf(place.state)) && hasActions(definitionOf(place.cohort).switches);
      if (!isIn) return refuse('not_in_programme');
      if (place.action) return refuse('already_planned');
      const fault = dateFault(planned, now, place.cohort.endsOn);
      if (fault) return refuse(fault);
      const act = { deps, tx, doer: actor, now };
      const [id, dateId] = [deps.ids.next(), deps.ids.next()];
      const written = { plannedBy: actor.personId, plannedAt: now, state: 'planned', version: 1 };
      await tx.action.create({ data: { id, cohortId: place.cohortId, participationId, title, ...written } });
      await tx.actionDate.create({ data: newDate(dateId, id, planned) });
      const row = await again(act, id);
      await writeChange(act, row, { dateId, act: 'add', to: timesOf(planned) });
      await note(act, row, side === 'staff', { act: 'actions.plan', to: 'planned' });
      await tellChannel(act, row, {
        ...{ kind: NOTICES.planned, params: { actionId: id }, key: `${NOTICES.planned}:${id}` },
      });
      await askForDates(act, row);
      await retellAction(act, row);
      return ok({ actionId: id });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('already_planned');
    throw error;
  }
}
