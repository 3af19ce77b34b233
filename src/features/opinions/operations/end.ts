import { toInstant } from '../../../core/calendar/index.ts';
import type { ActionEndedHook, ActionReopenedHook, ActionSettledOffer } from '../../../platform/feature.ts';
import { activeOf } from '../../assignments/public.ts';
import { giveWay } from '../../deadlines/public.ts';
import { participationById } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import { opinionById, opinionOfPlace } from '../queries/index.ts';
import { dueAfter, laterOf, nextOf, stateOf } from '../rules/index.ts';
import { conclude, lockOpinion } from './act.ts';
import { reopenSelf } from './self.ts';

/** The kind of deadline that staff may have set ahead, before the action had ended. */
const DEADLINE = 'opinion';

/**
 * The action ended: its opinion is due, and the self-evaluation opens (ME-8, OR-8). A correction moves the term of an
 * opinion that was not sent. A cancelled action has an opinion on its preparation.
 */
export const opinionFallsDue: ActionEndedHook = async (deps, tx, actor, now, ended) => {
  const { participationId, cohortId, actionId, how, lastDay } = ended;
  const place = await participationById(tx, participationId);
  if (!place || !definitionOf(place.cohort).switches.opinion) return;
  const doing = { deps, tx, actor, now };
  const set = await giveWay(doing, { participationId, kind: DEADLINE });
  const due = laterOf(dueAfter(lastDay, definitionOf(place.cohort).settings), set);
  const term = { dueOn: due.date, dueTime: due.time, zone: due.zone, dueAt: toInstant(due).instant, lastDay };
  const scope = how === 'cancelled' ? 'preparation' : 'action';
  const found = await opinionOfPlace(tx, participationId);
  const before = found && (await lockOpinion({ tx }, found.id));
  const leadId = (await activeOf(tx, participationId))?.expertId ?? null;
  const state = before ? nextOf(stateOf(before.state), 'end') : nextOf('not_due', 'end');
  if (!state) return;
  const data = { scope, state, leadId, ...term };
  const id = before?.id ?? deps.ids.next();
  const empty = { isLate: false, number: 0, canvasNumber: 0, version: 1 };
  if (before) await tx.opinion.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  else await tx.opinion.create({ data: { id, participationId, cohortId, actionId, ...data, ...empty } });
  const row = await opinionById(tx, id);
  const detail = { due: due.date, scope };
  if (row) await conclude(doing, before ?? { ...row, state: 'not_due' }, { act: 'due', to: state, detail });
};

/** The action turns out to be moved: nothing is due yet. Drafts stay, and a sent self-evaluation is one again. */
export const opinionWaits: ActionReopenedHook = async (deps, tx, actor, now, { participationId }) => {
  const found = await opinionOfPlace(tx, participationId);
  const row = found && (await lockOpinion({ tx }, found.id));
  const state = row && nextOf(stateOf(row.state), 'reopen');
  if (!row || !state) return;
  await tx.opinion.update({ where: { id: row.id }, data: { state, version: { increment: 1 } } });
  await reopenSelf({ tx }, row);
  await conclude({ deps, tx, actor, now }, row, { act: 'wait', to: state });
};

/** What was said of an action stays as it is once an opinion on it was sent. */
export const isActionSettled: ActionSettledOffer = async (db, actionId) =>
  (await db.opinion.count({ where: { actionId, sentAt: { not: null } } })) > 0;
