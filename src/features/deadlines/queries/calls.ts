import type { ClosingRule } from '../../../core/calendar/index.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { callById } from '../../programmes/public.ts';
import type { ClosingFacts } from '../rules/index.ts';

/** States in which an application is not (or no more) in a call. */
const NOT_IN = ['draft', 'withdrawn'];

/** A call with all that a new closing must respect, but for the moment wished; null when there is no such call. */
export async function callForMoving(db: Db | Tx, callId: string) {
  const call = await callById(db, callId);
  if (!call) return null;
  const [last, following] = await Promise.all([
    db.application.aggregate({ where: { callId, state: { notIn: NOT_IN } }, _max: { receivedAt: true } }),
    db.call.findUnique({ where: { cohortId_stage: { cohortId: call.cohortId, stage: call.stage + 1 } } }),
  ]);
  const facts: Omit<ClosingFacts, 'to' | 'now'> = {
    call: { ...call, closingRule: call.closingRule as ClosingRule },
    nextOpensAt: following?.opensAt ?? null,
    lastReceivedAt: last._max.receivedAt,
    lastDay: call.cohort.endsOn,
  };
  return { call, facts };
}

/** Who fills a draft of this call (people in Slack and outside), each once. */
export async function draftEditors(db: Db | Tx, callId: string): Promise<readonly string[]> {
  const drafts = await db.application.findMany({
    where: { callId, state: 'draft', onBehalf: false },
    select: { editorId: true },
    distinct: ['editorId'],
    orderBy: { editorId: 'asc' },
  });
  return drafts.map(({ editorId }) => editorId);
}

/** What a move did to a call's closing, and whether nothing has changed it since; null when there is no such move. */
export async function closingStep(db: Db, callId: string, moveId: string) {
  const steps = await db.deadlineChange.findMany({ where: { callId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  const step = steps.find((one) => one.moveId === moveId);
  return step ? { step, isLatest: steps[0]?.id === step.id } : null;
}

/** The matters of a person's drafts in this call: whoever keeps applications has the words and buttons for them. */
export async function draftMatters(db: Db, callId: string, editorId: string) {
  const drafts = await db.application.findMany({ where: { callId, editorId, state: 'draft' }, select: { id: true } });
  const key = { in: drafts.map(({ id }) => `applications.send:${id}`) };
  return db.obligation.findMany({ where: { key, closedAt: null }, orderBy: { openedAt: 'desc' }, take: 1 });
}
