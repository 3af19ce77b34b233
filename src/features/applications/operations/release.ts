import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { notifyAll } from '../../notices/public.ts';
import { type CallOfCohort, callById, callPhase, touchCohortCard } from '../../programmes/public.ts';
import { RELEASED, type StandingApplication, standingResults } from '../queries/results.ts';
import { ACT_OF, canWork, isDecision, type StageRefusal } from '../rules/decisions.ts';
import { next } from '../rules/machine.ts';
import { admitAll } from './admission.ts';
import { lockCall } from './work.ts';

export type ReleaseRefusal = 'not_allowed' | 'undecided' | 'changed_meanwhile' | 'nothing' | StageRefusal;

export type ReleaseAct = {
  readonly callId: string;
  /** The mark of the preview that the person saw; other contents are not released unseen (R4). */
  readonly seen: string;
  /** Post the names and towns of the admitted in the cohort's channel. */
  readonly publish: boolean;
};

export type Released = { readonly told: number; readonly byHand: number };

/**
 * Releases the results of a call in one act (CO-7): states, places of the admitted, and one notice for each application
 * are written in one transaction, so an interrupted sending goes on where it stopped and nobody is told twice. Refuses
 * while the call is open, while anything is undecided, and when it was done already.
 */
export const releaseResults = (
  deps: Deps,
  actor: Actor,
  now: Date,
  act: ReleaseAct,
): Promise<Outcome<Released, ReleaseRefusal>> =>
  inTransaction(deps.db, (tx) => releaseIn({ deps, tx, actor, now }, act), RELEASE_SECONDS);

/** A thousand results and their notices in one transaction. */
export const RELEASE_SECONDS = 60;

type Releasable = { readonly call: CallOfCohort; readonly judged: readonly StandingApplication[] };

/** Whether these results can be released now, with everything they are made of locked; writes nothing. */
export async function checkRelease(
  { tx, actor, now }: Doing,
  act: ReleaseAct,
): Promise<Outcome<Releasable, ReleaseRefusal>> {
  const opened = await openForRelease(tx, actor, now, act.callId);
  if (!opened.ok) return opened;
  const { applications, seen } = await standingResults(tx, act.callId);
  if (applications.some((one) => one.waits !== null)) return refuse('undecided');
  if (seen !== act.seen) return refuse('changed_meanwhile');
  const judged = applications.filter((one) => one.result !== null);
  return judged.length === 0 ? refuse('nothing') : ok({ call: opened.value, judged });
}

/** The release in a transaction at hand. */
export async function releaseIn(doing: Doing, act: ReleaseAct): Promise<Outcome<Released, ReleaseRefusal>> {
  const { deps, tx, actor, now } = doing;
  const checked = await checkRelease(doing, act);
  if (!checked.ok) return checked;
  const { call, judged } = checked.value;
  await writeStates(tx, now, judged);
  await tx.call.update({
    where: { id: call.id },
    data: { releasedAt: now, releasedBy: actor.personId, version: { increment: 1 } },
  });
  await recordAll(deps, tx, actor, now, judged);
  await admitAll(deps, tx, actor, now, { call, admitted: judged.filter((one) => one.result === 'admitted') });
  await announce(deps, tx, now, { call, judged, publish: act.publish });
  const told = judged.filter((one) => one.receiver !== null).length;
  return ok({ told, byHand: judged.length - told });
}

/** Takes the locks of the call and of all its applications: no decision, check or withdrawal can come in between. */
async function openForRelease(
  tx: Tx,
  actor: Actor,
  now: Date,
  callId: string,
): Promise<Outcome<CallOfCohort, 'not_allowed' | StageRefusal>> {
  if (!isStaff(actor)) return refuse('not_allowed');
  await lockCall(tx, callId);
  const call = await callById(tx, callId);
  if (!call || !isStaff(actor, call.cohortId)) return refuse('not_allowed');
  const stage = canWork({ phase: callPhase(call, now), released: call.releasedAt !== null });
  if (!stage.ok) return stage;
  await tx.$queryRaw`SELECT id FROM "Application" WHERE "callId" = ${callId}::uuid ORDER BY id FOR UPDATE`;
  return ok(call);
}

/** The state after the release; a formal rejection is a result already and stays. */
function stateAfter(application: StandingApplication): string {
  const { state, preparedDecision } = application;
  const to = isDecision(preparedDecision) ? next(state, ACT_OF[preparedDecision]) : null;
  return to ?? state;
}

async function writeStates(tx: Tx, now: Date, judged: readonly StandingApplication[]): Promise<void> {
  for (const [state, group] of Map.groupBy(judged, stateAfter)) {
    await tx.application.updateMany({
      where: { id: { in: group.map((one) => one.id) } },
      data: { state, decidedAt: now, updatedAt: now, version: { increment: 1 } },
    });
  }
}

async function recordAll(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  now: Date,
  judged: readonly StandingApplication[],
): Promise<void> {
  for (const one of judged) {
    await record(deps, tx, actor, now, {
      act: RELEASED,
      subject: 'application',
      subjectId: one.id,
      cohortId: one.cohortId,
      from: one.state,
      to: stateAfter(one),
      reason: one.result === 'refused' ? one.preparedReason : null,
      detail: { byHand: one.receiver === null, position: one.reservePosition },
    });
  }
}

/** The keys of the notices by which people hear of results. */
export const resultKey = (applicationId: string): string => `result:${applicationId}`;
export const publicListKey = (callId: string): string => `public-list:${callId}`;

type Announcement = {
  readonly call: CallOfCohort;
  readonly judged: readonly StandingApplication[];
  readonly publish: boolean;
};

/** One notice for each application, a summary for staff and, if wanted, the public list. Keys make each of them once. */
async function announce(deps: Deps, tx: Tx, now: Date, announcement: Announcement): Promise<void> {
  const { call, judged, publish } = announcement;
  const { cohortId } = call;
  const said = { at: now, cohortId };
  const results = judged.flatMap(({ id, receiver }) => {
    if (receiver === null) return [];
    const to = { person: receiver };
    return [{ ...said, kind: 'applications.result', params: { applicationId: id }, to, key: resultKey(id) }];
  });
  const ofCall = { ...said, params: { callId: call.id } };
  const summary = { kind: 'applications.released', to: { staffOf: cohortId }, key: `released:${call.id}` };
  const channel = call.cohort.channelId;
  const list = { kind: 'applications.public_list', key: publicListKey(call.id) };
  await notifyAll(deps, tx, [
    ...results,
    { ...ofCall, ...summary },
    ...(publish && channel ? [{ ...ofCall, ...list, to: { channel } }] : []),
  ]);
  await touchCohortCard(deps, tx, cohortId);
}
