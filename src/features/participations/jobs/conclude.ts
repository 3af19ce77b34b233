import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { type ChannelJob, NOTICES } from '../ids.ts';
import { type ParticipationRow, participationById } from '../queries/index.ts';
import { type ChannelProblem, mergeProblems, next, readProblems, stateOf, writeProblems } from '../rules/index.ts';

/** Tells staff how a run ended: once for each run, and only if there is something to say when it is sent. */
async function report(deps: Deps, tx: Tx, place: ParticipationRow, job: ChannelJob, at: Date): Promise<void> {
  await notify(deps, tx, {
    kind: NOTICES.report,
    params: { participationId: place.id, asked: job.asked ?? false },
    to: { staffOf: place.cohortId },
    key: `${NOTICES.report}:${job.run}`,
    at,
  });
}

/** Writes down that the channel stands: work begins. A second time changes nothing. */
async function start(deps: Deps, tx: Tx, place: ParticipationRow, at: Date): Promise<void> {
  const from = stateOf(place.state);
  const to = next(from, 'start');
  if (!to || !place.channelId) return;
  const where = { id: place.id, version: place.version };
  const moved = await tx.participation.updateMany({ where, data: { state: to, version: { increment: 1 } } });
  if (moved.count === 0) throw new Error('The participation changed meanwhile; the job looks again');
  await record(deps, tx, 'bot', at, {
    act: 'participations.start',
    subject: 'participation',
    subjectId: place.id,
    cohortId: place.cohortId,
    from,
    to,
  });
}

/**
 * Ends a run that opened a channel: what is (still) wrong is kept for staff and told to them; when the channel stands,
 * work begins. `outside`: some of the organisation's people have no Slack account, which staff are told as well.
 */
export async function concludeOpening(
  deps: Deps,
  job: ChannelJob,
  problems: readonly ChannelProblem[],
  outside: boolean,
): Promise<void> {
  const at = deps.clock.now();
  await inTransaction(deps.db, async (tx) => {
    const place = await participationById(tx, job.participationId);
    if (!place) return;
    await start(deps, tx, place, at);
    await tx.participation.update({ where: { id: place.id }, data: { channelProblem: writeProblems(problems) } });
    if (problems.length > 0 || outside || job.asked) await report(deps, tx, place, job, at);
  });
}

/** Adds what went wrong in a smaller job to what is known, and tells staff. Nothing wrong: nothing is written. */
export async function concludeSmall(deps: Deps, job: ChannelJob, problems: readonly ChannelProblem[]): Promise<void> {
  if (problems.length === 0) return;
  const at = deps.clock.now();
  await inTransaction(deps.db, async (tx) => {
    const place = await participationById(tx, job.participationId);
    if (!place) return;
    const all = mergeProblems(readProblems(place.channelProblem), problems);
    await tx.participation.update({ where: { id: place.id }, data: { channelProblem: writeProblems(all) } });
    await report(deps, tx, place, job, at);
  });
}

/** Everything was mended: there is nothing left for staff to do. */
export async function forgetProblems(deps: Deps, participationId: string): Promise<void> {
  await deps.db.participation.update({ where: { id: participationId }, data: { channelProblem: null } });
}

/** Notes that Slack is not answering while a channel is still to be made, so that staff see it in App Home. */
export async function noteWaiting(deps: Deps, participationId: string): Promise<void> {
  const where = { id: participationId, channelId: null, channelProblem: null };
  const data = { channelProblem: writeProblems([{ code: 'slack_unavailable' }]) };
  await deps.db.participation.updateMany({ where, data });
}
