import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { NOTICES } from '../ids.ts';
import type { ActionRow } from '../queries/index.ts';
import { type ActionState, dateStateOf, nextOfDate } from '../rules/index.ts';
import { again, type Found, lockAction, note, tellPerson } from './act.ts';
import { tellChange, type Written, writeChange } from './change.ts';
import { conclude, type PersonAct } from './conclude.ts';
import { mayCorrect } from './correctable.ts';
import { mine, oldTime, type Seen, sideIn, type Where } from './dates.ts';

export type Answer = 'hold' | 'hold_partly' | 'cancel';
export type AnswerRefusal = 'not_allowed' | 'changed_meanwhile' | 'opinion_sent' | 'not_possible' | 'not_over';
export type Answered = { readonly actionId: string; readonly state: ActionState };

const ACTS: Readonly<Record<Answer, string>> = {
  hold: 'actions.say_held',
  hold_partly: 'actions.say_partly',
  cancel: 'actions.say_not_held',
};

async function writeAnswer(act: PersonAct, { date }: Found, how: Answer, reason: string | null): Promise<void> {
  const isHeld = how !== 'cancel';
  // Whoever had said that they could not come was not there, unless they say so themselves, as everybody else does.
  const isAway = isHeld && date.attends === 'not' && date.observed === null;
  const unseen = isAway ? { observed: false, absence: date.attendsNote } : {};
  await act.tx.actionDate.update({
    where: { id: date.id },
    data: {
      ...{ state: isHeld ? 'held' : 'not_held', isPartly: how === 'hold_partly', reason, ...unseen },
      ...{ answeredAt: act.now, answeredBy: act.doer.personId, version: { increment: 1 } },
      ...(isHeld ? {} : { observed: null, absence: null, sequence: { increment: 1 } }),
    },
  });
}

const writeCancel = (act: PersonAct, { row, date }: Found, reason: string | null): Promise<Written> => {
  const { id: dateId, expertId } = date;
  return writeChange(act, row, { dateId, act: 'cancel', from: oldTime(date), reason, expertId });
};

/** Whoever came is asked for their notes, once for each time of a date (ME-7). */
async function askForNotes(act: PersonAct, { row, date }: Found): Promise<void> {
  if (!date.expertId || date.attends === 'not') return;
  await tellPerson(act, row, date.expertId, {
    ...{ kind: NOTICES.note, params: { dateId: date.id, expertId: date.expertId } },
    key: `${NOTICES.note}:${date.id}:${date.expertId}:${date.sequence}`,
  });
}

/**
 * The organisation (or staff for it) says how a date went: held, partly, or not held, with a word why; also ahead that it
 * will not be, and again to correct what was said, until the opinion is sent. A date that is not over was not held yet.
 */
export const answerDate = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: Where & Seen & { readonly how: Answer; readonly reason: string | null },
): Promise<Outcome<Answered, AnswerRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const { how, reason } = wish;
    const found = await mine(act, wish, wish.channelId);
    if (!found.ok) return found;
    const { row, date, side } = found.value;
    if (!nextOfDate(dateStateOf(date.state), how)) return refuse('not_possible');
    if (how !== 'cancel' && date.startsAt > now) return refuse('not_over');
    await writeAnswer(act, found.value, how, reason);
    const isOnBehalf = side === 'staff';
    await note(act, row, isOnBehalf, { act: ACTS[how], reason, detail: { dateId: date.id } });
    const state = await conclude(act, row.id, isOnBehalf);
    if (how === 'cancel') {
      await tellChange(act, row, [await writeCancel(act, found.value, reason)], state === 'cancelled');
    } else await askForNotes(act, found.value);
    return ok({ actionId: row.id, state });
  });

const aheadOf = ({ dates }: ActionRow, now: Date) =>
  dates.filter(({ state, startsAt }) => state === 'planned' && startsAt > now);

async function cancelDates(act: PersonAct, row: ActionRow, reason: string): Promise<void> {
  const steps: Written[] = [];
  for (const date of aheadOf(row, act.now)) {
    await writeAnswer(act, { row, date }, 'cancel', reason);
    steps.push(await writeCancel(act, { row, date }, reason));
  }
  await tellChange(act, row, steps, true);
}

/**
 * Calls everything off that is ahead, with the reason (OR-7, 29). What has begun is answered for as always: it stays
 * held, or is still asked about.
 */
export const cancelAction = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { actionId, reason, channelId }: Where & { readonly actionId: string; readonly reason: string },
): Promise<Outcome<Answered, AnswerRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const row = await lockAction(act, actionId);
    const side = row && sideIn(row, actor, channelId);
    if (!row || !side) return refuse('not_allowed');
    if (!(await mayCorrect(deps, tx, actionId))) return refuse('opinion_sent');
    if (aheadOf(row, now).length === 0) return refuse('not_possible');
    await cancelDates(act, row, reason);
    await note(act, await again(act, actionId), side === 'staff', { act: 'actions.cancel', reason });
    return ok({ actionId, state: await conclude(act, actionId, side === 'staff') });
  });
