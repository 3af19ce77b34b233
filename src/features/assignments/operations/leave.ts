import { type Actor, isStaff } from '../../../core/actor.ts';
import { addDays, civilOf, toInstant, WARSAW } from '../../../core/calendar/index.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { removeFromChannel, touchCard } from '../../participations/public.ts';
import { actorById } from '../../people/public.ts';
import { staffPersonIds } from '../../programmes/public.ts';
import { NOTICES } from '../ids.ts';
import { assignmentById, datedHandOvers, type HandOverRow, handOverById } from '../queries/index.ts';
import { handOverStateOf, next, nextHandOver, stateOf } from '../rules/index.ts';
import { move } from './move.ts';
import { lockPlace } from './propose.ts';

/** Keys of what is said when somebody leaves, for corrections. */
export const leftKey = (handOverId: string): string => `${NOTICES.left}:${handOverId}`;
export const partingKey = (handOverId: string): string => `${NOTICES.parting}:${handOverId}`;

async function tell({ deps, tx, now: at }: Doing, row: HandOverRow, isVacant: boolean): Promise<void> {
  const params = { handOverId: row.id };
  const { cohortId } = row;
  const to = { person: row.formerId };
  await notify(deps, tx, { kind: NOTICES.left, params, to, key: leftKey(row.id), at, cohortId });
  const channel = row.participation.channelId;
  if (!isVacant || !channel) return;
  await notify(deps, tx, { kind: NOTICES.parting, params, to: { channel }, key: partingKey(row.id), at, cohortId });
}

/**
 * The former expert's assignment ends, in the transaction of the act: what is open passes on, features deal with their
 * own (`onHandOver`), they come out of the channel, and are told. Without a successor the organisation is told now,
 * for nobody leads it; else it hears of both at once, by the words about the successor.
 */
export async function leave(doing: Doing, row: HandOverRow, successorId: string | null): Promise<void> {
  const { deps, tx, actor, now } = doing;
  const assignment = await assignmentById(tx, row.assignmentId);
  const to = assignment && next(stateOf(assignment.state), 'replace');
  if (!assignment || !to) throw new Error('a hand-over of an assignment that nobody has');
  const step = { act: 'assignments.replace', to, reason: row.reason, data: { endedAt: now } };
  const moved = await move(deps, tx, actor, now, { row: assignment, step });
  if (!moved) throw new Error('the assignment changed while its place was held');
  const data = { leftAt: now, wasVacant: successorId === null, version: { increment: 1 } };
  await tx.handOver.update({ where: { id: row.id }, data });
  const { cohortId, participationId, formerId } = row;
  for (const hook of deps.offers.onHandOver) await hook(doing, { cohortId, participationId, formerId, successorId });
  await removeFromChannel(deps, tx, participationId, formerId);
  await touchCard(deps, tx, participationId);
  await tell(doing, row, successorId === null);
}

/** Somebody else leads the organisation now: the hand-over is over, and they get what the record says of it. */
export async function finishHandOver(doing: Doing, row: HandOverRow, assignmentId: string): Promise<void> {
  const { deps, tx, actor, now: at } = doing;
  const from = handOverStateOf(row.state);
  const to = nextHandOver(from, 'finish');
  if (!to) throw new Error(`a hand-over that is ${from} cannot end again`);
  const data = { state: to, successorId: assignmentId, endedAt: at, version: { increment: 1 } };
  await tx.handOver.update({ where: { id: row.id }, data });
  const { cohortId } = row;
  const line = { act: 'assignments.take_over', subject: 'hand_over', subjectId: row.id, cohortId, from, to };
  await record(deps, tx, actor, at, line);
  const { brief: kind } = NOTICES;
  const key = `${kind}:${row.id}`;
  const said = { kind, params: { handOverId: row.id }, to: { person: actor.personId }, key, at, cohortId };
  await notify(deps, tx, said);
}

/** The first moment at which somebody who leads until a civil date does not any more. */
export const overAt = (lastOn: string): Date =>
  toInstant({ date: addDays(lastOn, 1), time: '00:00', zone: WARSAW }).instant;

/** In whose name somebody leaves: of whoever asked for it, or of somebody else of the staff when they are gone. */
async function doerOf(deps: Deps, tx: Tx, { askedBy, cohortId }: HandOverRow): Promise<Actor | null> {
  const asker = await actorById(deps, tx, askedBy);
  if (asker && isStaff(asker, cohortId)) return asker;
  for (const id of await staffPersonIds(tx, cohortId)) {
    const other = await actorById(deps, tx, id);
    if (other) return other;
  }
  // It was theirs to ask for when they did.
  return asker;
}

async function leaveOne(deps: Deps, id: string, now: Date): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const seen = await handOverById(tx, id);
    if (!seen) return;
    await lockPlace(tx, seen.participationId);
    const row = await handOverById(tx, id);
    if (row?.state !== 'open' || row.leftAt !== null) return;
    const actor = await doerOf(deps, tx, row);
    if (actor) await leave({ deps, tx, actor, now }, row, null);
    else deps.log.error({ handOverId: id }, 'nobody is left in whose name an expert could leave');
  });
}

/** Experts whose last day is over leave, whether somebody was found or not; where it fails, it is tried again. */
export async function leaveDue(deps: Deps, now: Date): Promise<void> {
  const today = civilOf(now).date;
  for (const { id, lastOn } of await datedHandOvers(deps.db)) {
    if (lastOn === null || lastOn >= today) continue;
    try {
      await leaveOne(deps, id, now);
    } catch (error) {
      deps.log.error({ handOverId: id, err: error }, 'an expert whose last day is over did not leave');
    }
  }
}
