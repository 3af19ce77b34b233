import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { DATES_MAX } from '../ids.ts';
import type { ActionRow, DateRow } from '../queries/index.ts';
import {
  type DateFault,
  dateFault,
  dateStateOf,
  isSame,
  nextOfDate,
  type Planned,
  type Side,
  sideOf,
  timesOf,
} from '../rules/index.ts';
import { again, type Found, lockAction, lockDate, note } from './act.ts';
import { askExpert, askForDates, askNobody, mayComeAgain } from './ask-expert.ts';
import { tellChange, writeChange } from './change.ts';
import { conclude, type PersonAct } from './conclude.ts';
import { mayCorrect } from './correctable.ts';
import { newDate } from './plan.ts';

export type ChangeRefusal =
  | 'not_allowed'
  | 'changed_meanwhile'
  | 'not_possible'
  | 'not_changed'
  | 'opinion_sent'
  | 'last_date'
  | 'many_dates'
  | DateFault;

export type Where = { readonly channelId: string | null };
export type Seen = { readonly dateId: string; readonly version: number };
type Mine = Found & { readonly side: Side };

export const sideIn = (row: ActionRow, actor: Actor, channelId: string | null): Side | null =>
  sideOf(actor, { ...row.participation, cohortId: row.cohortId }, channelId);

/** A date that this person may change as they saw it; whatever was built on an action keeps it as it is. */
export async function mine(
  act: PersonAct,
  { dateId, version }: Seen,
  channelId: string | null,
): Promise<Outcome<Mine, 'not_allowed' | 'changed_meanwhile' | 'opinion_sent'>> {
  const found = await lockDate(act, dateId);
  const side = found && sideIn(found.row, act.doer, channelId);
  if (!found || !side) return refuse('not_allowed');
  if (!(await mayCorrect(act.deps, act.tx, found.row.id))) return refuse('opinion_sent');
  return found.date.version === version ? ok({ ...found, side }) : refuse('changed_meanwhile');
}

export const oldTime = ({ startsAt, endsAt, place }: DateRow) => ({ startsAt, endsAt, place });

/** Adds a date to an action, also to one that had ended. */
export const addDate = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { actionId, planned, channelId }: Where & { readonly actionId: string; readonly planned: Planned },
): Promise<Outcome<{ readonly actionId: string }, ChangeRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const row = await lockAction(act, actionId);
    const side = row && sideIn(row, actor, channelId);
    if (!row || !side) return refuse('not_allowed');
    if (!(await mayCorrect(deps, tx, actionId))) return refuse('opinion_sent');
    if (row.dates.filter(({ state }) => state !== 'removed').length >= DATES_MAX) return refuse('many_dates');
    const fault = dateFault(planned, now, row.participation.cohort.endsOn);
    if (fault) return refuse(fault);
    const dateId = deps.ids.next();
    await tx.actionDate.create({ data: newDate(dateId, actionId, planned) });
    const change = await writeChange(act, row, { dateId, act: 'add', to: timesOf(planned) });
    await note(act, row, side === 'staff', { act: 'actions.add_date', detail: { dateId } });
    await tellChange(act, row, [change], false);
    await askForDates(act, await again(act, actionId));
    await conclude(act, actionId, side === 'staff');
    return ok({ actionId });
  });

/** Who is asked about the new time: whoever was asked before, as long as they may still be; else whoever leads now. */
async function askAgain(act: PersonAct, { row, date }: Found): Promise<void> {
  const fresh = await again(act, row.id);
  const moved = fresh.dates.find(({ id }) => id === date.id);
  if (moved && date.expertId && (await mayComeAgain(act, fresh, date.expertId)))
    return askExpert(act, fresh, moved, date.expertId);
  await askNobody(act, date.id);
  await askForDates(act, await again(act, row.id));
}

/**
 * Moves a date, ahead or after the organisation was asked how it went (OR-7 "moved"), with its history (T8). Everybody
 * hears of it once, whoever observes is asked anew, and staff hear of short notice (ME-7).
 */
export const moveDate = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: Where & Seen & { readonly planned: Planned; readonly reason: string | null },
): Promise<Outcome<{ readonly actionId: string }, ChangeRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const found = await mine(act, wish, wish.channelId);
    if (!found.ok) return found;
    const { row, date, side } = found.value;
    const state = nextOfDate(dateStateOf(date.state), 'move');
    if (!state) return refuse('not_possible');
    const { planned, reason } = wish;
    const fault = dateFault(planned, now, row.participation.cohort.endsOn);
    if (fault) return refuse(fault);
    if (date.state === 'planned' && isSame(oldTime(date), timesOf(planned))) return refuse('not_changed');
    const open = { isPartly: false, reason: null, askedAt: null, answeredAt: null, answeredBy: null };
    const unseen = { observed: null, absence: null, sequence: { increment: 1 }, version: { increment: 1 } };
    await tx.actionDate.update({ where: { id: date.id }, data: { ...timesOf(planned), state, ...open, ...unseen } });
    const times = { from: oldTime(date), to: timesOf(planned) };
    const change = await writeChange(act, row, { dateId: date.id, act: 'move', ...times, reason });
    await note(act, row, side === 'staff', { act: 'actions.move_date', reason, detail: { dateId: date.id } });
    await tellChange(act, row, [change], false);
    await askAgain(act, found.value);
    await conclude(act, row.id, side === 'staff');
    return ok({ actionId: row.id });
  });

/** Takes a date away that is ahead, of several; the last one is cancelled instead, with a reason. */
export const removeDate = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: Where & Seen & { readonly reason: string | null },
): Promise<Outcome<{ readonly actionId: string }, ChangeRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const found = await mine(act, wish, wish.channelId);
    if (!found.ok) return found;
    const { row, date, side } = found.value;
    const state = nextOfDate(dateStateOf(date.state), 'remove');
    if (!state || date.startsAt <= now) return refuse('not_possible');
    if (row.dates.filter((one) => one.state !== 'removed').length === 1) return refuse('last_date');
    const { reason } = wish;
    const said = { answeredAt: now, answeredBy: actor.personId };
    await tx.actionDate.update({
      where: { id: date.id },
      data: { state, ...said, sequence: { increment: 1 }, version: { increment: 1 } },
    });
    const step = { dateId: date.id, act: 'remove' as const, from: oldTime(date), reason, expertId: date.expertId };
    const change = await writeChange(act, row, step);
    await note(act, row, side === 'staff', { act: 'actions.remove_date', reason, detail: { dateId: date.id } });
    const ended = await conclude(act, row.id, side === 'staff');
    await tellChange(act, row, [change], ended === 'cancelled');
    return ok({ actionId: row.id });
  });

/** Gives an action another title. */
export const retitle = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { actionId, title, channelId }: Where & { readonly actionId: string; readonly title: string },
): Promise<Outcome<{ readonly actionId: string }, 'not_allowed'>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const row = await lockAction(act, actionId);
    const side = row && sideIn(row, actor, channelId);
    if (!row || !side) return refuse('not_allowed');
    await tx.action.update({ where: { id: actionId }, data: { title, version: { increment: 1 } } });
    await note(act, row, side === 'staff', { act: 'actions.retitle' });
    await conclude(act, actionId, side === 'staff');
    return ok({ actionId });
  });
