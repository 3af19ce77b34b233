import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { deadlineById, type RequestRow, requestById } from '../queries/index.ts';
import { mayManage, nextRequest, type PlanRefusal, requestStateOf } from '../rules/index.ts';
import { late, type RequestRefusal } from './ask.ts';
import { extend } from './extend.ts';
import { lockCohort } from './lock.ts';
import { retellDeadlines } from './retell.ts';
import { tellPlaces } from './tell.ts';
import { kindsOf } from './world.ts';

type Answered = { readonly organisation: string };
type AnswerRefusal = 'not_allowed' | RequestRefusal | PlanRefusal;

/** The wish as it stands while nobody else can answer it; or why this person cannot. */
async function waiting(tx: Tx, actor: Actor, id: string): Promise<Outcome<RequestRow, 'not_allowed' | RequestRefusal>> {
  const found = await requestById(tx, id);
  if (!found || !mayManage(actor, found.deadline.cohortId)) return refuse('not_allowed');
  await lockCohort(tx, found.deadline.cohortId);
  const request = await requestById(tx, id);
  if (!request) return refuse('not_allowed');
  const state = requestStateOf(request.state);
  return nextRequest(state, 'approve') ? ok(request) : refuse(late(state));
}

/** Tells whoever asked: an expert in person, an organisation in its channel. */
async function tellAsker(deps: Deps, tx: Tx, request: RequestRow, at: Date): Promise<void> {
  const { participation, kind: key, cohortId } = request.deadline;
  const isExperts = kindsOf(participation.cohort).find((one) => one.key === key)?.owes !== 'organisation';
  const channel = participation.channelId;
  if (!isExperts && !channel) return;
  const to = isExperts || !channel ? { person: request.personId } : { channel };
  const { answered: kind } = NOTICES;
  const params = { requestId: request.id };
  await notify(deps, tx, { kind, params, to, key: `${kind}:${request.id}`, at, cohortId });
}

/**
 * Staff grant a wish with one click (CO-13): the date moves to the day asked for, what follows by rule with it. Refuses
 * others, an answered wish, and a day that has become impossible meanwhile.
 */
export const approveWish = (
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<Answered, AnswerRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const found = await waiting(tx, actor, id);
    if (!found.ok) return found;
    const row = await deadlineById(tx, found.value.deadlineId);
    if (!row) return refuse('not_allowed');
    const { proposedOn } = found.value;
    const moved = await extend(deps, tx, actor, now, { row, moveId: id, proposedOn, origin: 'chosen' });
    if (!moved.ok) return moved;
    const owner = kindsOf(row.participation.cohort).find(({ key }) => key === row.kind)?.owes;
    // The organisation's channel hears of the new date; an expert also learns that the wish was granted.
    if (owner === 'expert') await tellAsker(deps, tx, found.value, now);
    return ok({ organisation: row.participation.organisation.name });
  });

/** Staff say no, with or without a reason; the date stays and whoever asked is told. */
export const refuseWish = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { id, reason }: { readonly id: string; readonly reason: string | null },
): Promise<Outcome<Answered, 'not_allowed' | RequestRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const found = await waiting(tx, actor, id);
    if (!found.ok) return found;
    const request = found.value;
    const { deadline } = request;
    const answer = { state: 'refused', answeredAt: now, answeredBy: actor.personId, answerReason: reason };
    await tx.timeRequest.update({ where: { id }, data: answer });
    await record(deps, tx, actor, now, {
      act: 'deadlines.refuse_wish',
      subject: 'deadline',
      subjectId: deadline.id,
      cohortId: deadline.cohortId,
      from: 'open',
      to: 'refused',
      reason,
      detail: { requestId: id },
    });
    await tellAsker(deps, tx, request, now);
    await retellDeadlines(deps, tx, [deadline.id]);
    const places = [{ id: deadline.participationId, channelId: null }];
    const telling = { moveId: id, cohortId: deadline.cohortId, places, deadlineIds: [], isSaid: false, at: now };
    await tellPlaces(deps, tx, telling);
    return ok({ organisation: deadline.participation.organisation.name });
  });
