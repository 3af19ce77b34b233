import { addDays, type CivilMoment, civilOf, toInstant } from '../../../core/calendar/index.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { ActionEndedHook, ActionReopenedHook, ActionSettledOffer, Doing } from '../../../platform/feature.ts';
import { activeOf, ledAt } from '../../assignments/public.ts';
import { giveWay } from '../../deadlines/public.ts';
import { participationById } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import { dueOf, type OpinionRow, opinionById, opinionOfPlace } from '../queries/index.ts';
import { countsFrom, dueAfter, laterOf, nextOf, stateOf } from '../rules/index.ts';
import { conclude, lockOpinion } from './act.ts';
import { offer } from './pass.ts';
import { reopenSelf } from './self.ts';

/** The kind of deadline that staff may have set ahead, before the action had ended. */
const DEADLINE = 'opinion';

type Ended = Parameters<ActionEndedHook>[4];
type Settings = Parameters<typeof dueAfter>[1];

/** By when it is due: a date that staff had set, or that an earlier word of the action had given, stands when later. */
async function termOf(doing: Doing, ended: Ended, before: OpinionRow | null, settings: Settings): Promise<CivilMoment> {
  const { participationId, lastDay, zone } = ended;
  const set = await giveWay(doing, { participationId, kind: DEADLINE });
  const isCorrected = before !== null && before.state !== 'not_due';
  const from = isCorrected ? lastDay : countsFrom(lastDay, civilOf(doing.now, zone).date, settings);
  const due = laterOf(dueAfter(from, settings), set);
  if (!before) return due;
  const byRule = dueAfter(before.lastDay, settings);
  return laterOf(byRule, dueOf(before)) === byRule ? due : laterOf(due, dueOf(before));
}

/** Who led the organisation when its action was over; else whoever was known to, or leads it now (21). */
async function leadOf(tx: Tx, { participationId, lastDay, zone }: Ended, before: OpinionRow | null) {
  const over = toInstant({ date: addDays(lastDay, 1), time: '00:00', zone }).instant;
  const led = (await ledAt(tx, participationId, over)) ?? before?.leadId;
  return led ?? (await activeOf(tx, participationId))?.expertId ?? null;
}

/**
 * The action ended: its opinion is due, and the self-evaluation opens (ME-8, OR-8). A correction moves the term of an
 * opinion that was not sent. A cancelled action has an opinion on its preparation. Whoever led the organisation when the
 * action was over is asked whether they write it, if another leads by then.
 */
export const opinionFallsDue: ActionEndedHook = async (deps, tx, actor, now, ended) => {
  const { participationId, cohortId, actionId, how, lastDay } = ended;
  const place = await participationById(tx, participationId);
  if (!place || !definitionOf(place.cohort).switches.opinion) return;
  const doing = { deps, tx, actor, now };
  const found = await opinionOfPlace(tx, participationId);
  const before = found && (await lockOpinion({ tx }, found.id));
  const due = await termOf(doing, ended, before, definitionOf(place.cohort).settings);
  const term = { dueOn: due.date, dueTime: due.time, zone: due.zone, dueAt: toInstant(due).instant, lastDay };
  const scope = how === 'cancelled' ? 'preparation' : 'action';
  const leadId = await leadOf(tx, ended, before);
  const state = before ? nextOf(stateOf(before.state), 'end') : nextOf('not_due', 'end');
  if (!state) return;
  const data = { scope, state, leadId, ...term };
  const id = before?.id ?? deps.ids.next();
  const empty = { isLate: false, number: 0, canvasNumber: 0, version: 1 };
  if (before) await tx.opinion.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  else await tx.opinion.create({ data: { id, participationId, cohortId, actionId, ...data, ...empty } });
  const row = await opinionById(tx, id);
  const detail = { due: due.date, scope };
  if (!row) return;
  await conclude(doing, before ?? { ...row, state: 'not_due' }, { act: 'due', to: state, detail });
  if (leadId !== null && leadId !== before?.leadId) await offer(doing, row, leadId);
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
