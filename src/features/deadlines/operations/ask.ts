import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import { NOTICES } from '../ids.ts';
import { type DeadlineRow, deadlineById, givenOn, placeOf, requestById } from '../queries/index.ts';
import { type AskRefusal, askMoreTime, nextRequest, owes, type RequestState, requestStateOf } from '../rules/index.ts';
import { extend } from './extend.ts';
import { lockCohort, lockDeadline } from './lock.ts';
import { retellDeadlines } from './retell.ts';
import { tellPlaces } from './tell.ts';
import { kindsOf } from './world.ts';

export type Wish = {
  /** Made when the form was opened: the same form sent twice is one wish (R3). */
  readonly requestId: string;
  readonly deadlineId: string;
  readonly reason: string;
  /** Civil date; the time of day stays. */
  readonly proposedOn: string;
};

export type WishRefusal = 'not_yours' | 'not_open' | 'asked_already' | AskRefusal;
type Asked = { readonly state: 'open' | 'by_policy'; readonly isLate: boolean };

const kindOf = (row: DeadlineRow) => kindsOf(row.participation.cohort).find(({ key }) => key === row.kind);

/** Whether the wish may be made now, judged on the rows as they are (CO-13). */
async function judge(tx: Tx, row: DeadlineRow, now: Date, proposedOn: string) {
  const { cohort } = row.participation;
  return askMoreTime({
    kind: kindOf(row) ?? { latest: 'funder' },
    due: { date: row.dueOn, time: row.dueTime },
    givenOn: await givenOn(tx, row.id, row.dueOn),
    proposedOn,
    lastDay: cohort.endsOn,
    policyDays: definitionOf(cohort).settings.extensionPolicyDays ?? 0,
    now,
  });
}

async function tellStaff(deps: Deps, tx: Tx, row: DeadlineRow, requestId: string, at: Date): Promise<void> {
  const { cohortId, participationId } = row;
  const { asked: kind } = NOTICES;
  const key = `${kind}:${requestId}`;
  await notify(deps, tx, { kind, params: { requestId }, to: { staffOf: cohortId }, key, at });
  const places = [{ id: participationId, channelId: null }];
  await tellPlaces(deps, tx, { moveId: requestId, cohortId, places, deadlineIds: [], isSaid: false, at });
}

async function write(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  now: Date,
  { wish, channelId }: { readonly wish: Wish; readonly channelId: string | null },
): Promise<Outcome<Asked, WishRefusal>> {
  const { requestId, deadlineId, reason, proposedOn } = wish;
  const row = await deadlineById(tx, deadlineId);
  const kind = row && kindOf(row);
  if (!kind || !owes(actor, placeOf(row.participation), kind.owes, channelId)) return refuse('not_yours');
  const before = await requestById(tx, requestId);
  if (before) return ok({ state: before.state === 'by_policy' ? 'by_policy' : 'open', isLate: before.isLate });
  if (row.state !== 'open') return refuse('not_open');
  if (row.requests.length > 0) return refuse('asked_already');
  const judged = await judge(tx, row, now, proposedOn);
  if (!judged.ok) return judged;
  const { isLate, byPolicy } = judged.value;
  const state = byPolicy ? 'by_policy' : 'open';
  const answeredAt = byPolicy ? now : null;
  const facts = { reason, proposedOn, isLate, state, askedAt: now, answeredAt };
  await tx.timeRequest.create({ data: { id: requestId, deadlineId, personId: actor.personId, ...facts } });
  await record(deps, tx, actor, now, {
    act: 'deadlines.ask_more_time',
    subject: 'deadline',
    subjectId: deadlineId,
    cohortId: row.cohortId,
    from: row.dueOn,
    to: proposedOn,
    reason,
    detail: { requestId, isLate, byPolicy },
  });
  if (!byPolicy) await tellStaff(deps, tx, row, requestId, now);
  else await extend(deps, tx, 'bot', now, { row, moveId: requestId, proposedOn, origin: 'policy' });
  return ok({ state, isLate });
}

/**
 * Whoever owes something asks for more time, with a reason and a day (CO-13, N9). Staff are asked, or the programme's
 * policy grants it at once. Refuses others, a second wish while one waits, and days that are impossible.
 */
export const askForTime = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: Wish,
  channelId: string | null,
): Promise<Outcome<Asked, WishRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const row = await deadlineById(tx, wish.deadlineId);
    if (!row) return refuse('not_yours');
    await lockCohort(tx, row.cohortId);
    return write(deps, tx, actor, now, { wish, channelId });
  });

export type WithdrawRefusal = 'not_yours' | RequestRefusal;
export type RequestRefusal = `is_${Exclude<RequestState, 'open'>}`;

/** Why an answered wish cannot be answered again. */
export const late = (state: RequestState): RequestRefusal => `is_${state === 'open' ? 'withdrawn' : state}`;

/** Whoever owes it takes the wish back; the date stays. `channelId` is where the person is. */
export async function withdrawWish(
  deps: Deps,
  actor: Actor,
  now: Date,
  requestId: string,
  channelId: string | null,
): Promise<Outcome<{ readonly deadlineId: string }, WithdrawRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const found = await requestById(tx, requestId);
    if (!found) return refuse('not_yours');
    await lockDeadline(tx, found.deadlineId);
    const request = (await requestById(tx, requestId)) ?? found;
    const { deadline } = request;
    const kind = kindsOf(deadline.participation.cohort).find(({ key }) => key === deadline.kind);
    const isOwner = kind !== undefined && owes(actor, placeOf(deadline.participation), kind.owes, channelId);
    if (!isOwner && request.personId !== actor.personId) return refuse('not_yours');
    const state = requestStateOf(request.state);
    const to = nextRequest(state, 'withdraw');
    if (!to) return refuse(late(state));
    await tx.timeRequest.update({ where: { id: requestId }, data: { state: to, answeredAt: now } });
    const line = { act: 'deadlines.withdraw_wish', subject: 'deadline', subjectId: deadline.id };
    const onBehalfOf = isStaff(actor, deadline.cohortId) ? deadline.participation.organisationId : null;
    await record(deps, tx, actor, now, { ...line, cohortId: deadline.cohortId, from: state, to, onBehalfOf });
    await retellDeadlines(deps, tx, [deadline.id]);
    const places = [{ id: deadline.participationId, channelId: null }];
    const telling = { moveId: requestId, cohortId: deadline.cohortId, places, deadlineIds: [], isSaid: false, at: now };
    await tellPlaces(deps, tx, telling);
    return ok({ deadlineId: deadline.id });
  });
}
