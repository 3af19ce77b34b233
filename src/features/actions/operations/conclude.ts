import type { Actor } from '../../../core/actor.ts';
import { WARSAW } from '../../../core/calendar/index.ts';
import { finishDeadline, reopenDeadline } from '../../deadlines/public.ts';
import type { ActionRow } from '../queries/index.ts';
import { type ActionState, actionStateOf, dateStateOf, lastDayOf, stateByDates } from '../rules/index.ts';
import { type Act, again, note, retellAction } from './act.ts';

/** An act of a person: what follows from how an action went is told in their name. */
export type PersonAct = Omit<Act, 'doer'> & { readonly doer: Actor };

const DEADLINE = 'action';

async function tellEnded({ deps, tx, doer, now }: PersonAct, row: ActionRow, how: Exclude<ActionState, 'planned'>) {
  const { id: actionId, participationId, cohortId, lastDay } = row;
  if (lastDay === null) throw new Error('an action that ended has no last day');
  for (const hear of deps.offers.actionEnded)
    await hear(deps, tx, doer, now, { actionId, participationId, cohortId, how, lastDay, zone: WARSAW });
  const settle = how === 'cancelled' ? reopenDeadline : finishDeadline;
  await settle(deps, tx, doer, now, { participationId, kind: DEADLINE });
}

/** A called-off action keeps the day on which that was said. */
const endDay = (row: ActionRow, to: ActionState, now: Date): string =>
  (to === 'cancelled' && row.state === to ? row.lastDay : null) ?? lastDayOf(row.dates, now);

/**
 * What an action is after an answer, a correction or a date taken away: its state follows from its dates (28). Those who
 * build on its end hear of it, and again when a correction changes how or when it ended; and when it is ahead again.
 */
export async function conclude(act: PersonAct, id: string, isOnBehalf: boolean): Promise<ActionState> {
  const row = await again(act, id);
  const from = actionStateOf(row.state);
  const to = stateByDates(row.dates.map((one) => ({ state: dateStateOf(one.state), isPartly: one.isPartly })));
  const lastDay = to === 'planned' ? null : endDay(row, to, act.now);
  const ended = to === 'planned' ? { endedAt: null, endedBy: null } : { endedAt: act.now, endedBy: act.doer.personId };
  const isChanged = from !== to || row.lastDay !== lastDay;
  if (isChanged) {
    const data = { state: to, lastDay, ...ended, version: { increment: 1 } };
    await act.tx.action.update({ where: { id }, data });
    await note(act, row, isOnBehalf, { act: to === 'planned' ? 'actions.reopen' : 'actions.end', from, to });
    const fresh = await again(act, id);
    if (to !== 'planned') await tellEnded(act, fresh, to);
    else await tellReopened(act, fresh);
  }
  await retellAction(act, row);
  return to;
}

async function tellReopened({ deps, tx, doer, now }: PersonAct, row: ActionRow): Promise<void> {
  const { id: actionId, participationId, cohortId } = row;
  for (const hear of deps.offers.actionReopened)
    await hear(deps, tx, doer, now, { actionId, participationId, cohortId });
  await reopenDeadline(deps, tx, doer, now, { participationId, kind: DEADLINE });
}
