import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notifyAll } from '../../notices/public.ts';
import { touchCohortCard } from '../../programmes/public.ts';
import { NOTICES } from '../ids.ts';
import { callForMoving, draftEditors, wasMoved } from '../queries/index.ts';
import { type ClosingRefusal, mayManage, moveClosing, type NewClosing } from '../rules/index.ts';
import { lockCall, WHOLE_COHORT_SECONDS } from './lock.ts';
import { retellClosing } from './retell.ts';

type Call = NonNullable<Awaited<ReturnType<typeof callForMoving>>>['call'];

export type ClosingWish = {
  readonly callId: string;
  /** Made when the form was opened (R3). */
  readonly moveId: string;
  /** Civil date and time in Warsaw. */
  readonly date: string;
  readonly time: string;
  readonly reason: string;
};

type Refusal = 'not_allowed' | ClosingRefusal;
type ClosingPreview = { readonly call: Call; readonly closing: NewClosing; readonly editors: number };

async function judge(db: Db | Tx, actor: Actor, now: Date, { callId, date, time }: ClosingWish) {
  const found = await callForMoving(db, callId);
  if (!found || !mayManage(actor, found.call.cohortId)) return refuse('not_allowed');
  const closing = moveClosing({ ...found.facts, to: { date, time }, now });
  return closing.ok ? ok({ call: found.call, closing: closing.value }) : closing;
}

/** What a new closing would mean; nothing is written. Refuses as `changeClosing` does. */
export async function previewClosing(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: ClosingWish,
): Promise<Outcome<ClosingPreview, Refusal>> {
  const judged = await judge(deps.db, actor, now, wish);
  if (!judged.ok) return judged;
  return ok({ ...judged.value, editors: (await draftEditors(deps.db, wish.callId)).length });
}

/** The drafts' owners and the cohort's channel are told, each once. */
async function tell(deps: Deps, tx: Tx, call: Call, moveId: string, at: Date): Promise<void> {
  const { closing: kind } = NOTICES;
  const { id: callId, cohortId, cohort } = call;
  const key = `${kind}:${callId}:${moveId}`;
  const said = { kind, at, cohortId };
  const toEditors = (await draftEditors(tx, callId)).map((person) => ({
    ...{ ...said, params: { callId, moveId, personId: person }, to: { person }, key: `${key}:${person}` },
  }));
  const { channelId: channel } = cohort;
  const params = { callId, moveId, personId: null };
  const toChannel = channel ? [{ ...said, params, to: { channel }, key: `${key}:channel` }] : [];
  await notifyAll(deps, tx, [...toEditors, ...toChannel]);
}

async function write(deps: Deps, tx: Tx, actor: Actor, now: Date, wish: ClosingWish & NewClosing & { call: Call }) {
  const { call, moveId, date, time, reason, closesAt, lateFrom, change } = wish;
  const where = { id: call.id, version: call.version };
  const data = { closesOn: date, closesTime: time, closesAt, lateFrom, version: { increment: 1 } };
  const moved = await tx.call.updateMany({ where, data });
  if (moved.count === 0) return false;
  const { id: callId, cohortId, zone, closesOn: fromOn, closesTime: fromTime } = call;
  const step = { callId, moveId, act: 'moved', origin: 'chosen', zone, reason, personId: actor.personId, at: now };
  await tx.deadlineChange.create({
    data: { id: deps.ids.next(), ...step, fromOn, fromTime, toOn: date, toTime: time },
  });
  await record(deps, tx, actor, now, {
    act: 'deadlines.move_closing',
    subject: 'call',
    subjectId: callId,
    cohortId,
    from: `${fromOn} ${fromTime}`,
    to: `${date} ${time}`,
    reason,
    detail: { moveId, change },
  });
  await touchCohortCard(deps, tx, cohortId);
  await tell(deps, tx, call, moveId, now);
  await retellClosing(deps, tx, call);
  return true;
}

/**
 * Moves the closing of a call (CO-2): later, earlier, or open again after it was over, with a reason and with history.
 * Drafts live on with the new moment. Refuses others than staff, resolved calls, a closing before an application that was
 * received, and moments that collide with the opening, the next stage or the last day; with `changed_meanwhile` when the
 * call is not what was shown (`version`).
 * @returns the cohort's name; null when this move was made before.
 */
export async function changeClosing(
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: ClosingWish & { readonly version: number },
): Promise<Outcome<{ readonly cohort: string | null }, Refusal | 'changed_meanwhile'>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      await lockCall(tx, wish.callId);
      const judged = await judge(tx, actor, now, wish);
      const isAllowed = judged.ok || judged.reason !== 'not_allowed';
      if (isAllowed && (await wasMoved(tx, wish.moveId))) return ok({ cohort: null });
      if (!judged.ok) return judged;
      const { call, closing } = judged.value;
      if (call.version !== wish.version) return refuse('changed_meanwhile');
      const written = await write(deps, tx, actor, now, { ...wish, ...closing, call });
      return written ? ok({ cohort: call.cohort.name }) : refuse('changed_meanwhile');
    },
    WHOLE_COHORT_SECONDS,
  );
}
