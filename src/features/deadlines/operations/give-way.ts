import type { CivilMoment } from '../../../core/calendar/index.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Doing } from '../../../platform/feature.ts';
import { deadlineById, standingOf } from '../queries/index.ts';
import { inWarsaw } from '../rules/index.ts';
import { lockDeadline } from './lock.ts';
import { writeStates } from './write.ts';

/** Whether anybody, or a policy, ever gave this date: one that only followed from another date is nobody's wish. */
const isWished = async (tx: Tx, deadlineId: string): Promise<boolean> =>
  (await tx.deadlineChange.count({
    where: { deadlineId, act: { in: ['set', 'moved'] }, origin: { not: 'rule' } },
  })) > 0;

/**
 * Another feature keeps a matter from now on, such as the opinion once its action has ended: an open deadline of the kind
 * gives way without a word, so that nobody is reminded twice. Gives the date that was wished for it; null: there was none,
 * or it only followed from another date by rule.
 */
export async function giveWay(
  { deps, tx, actor, now }: Doing,
  { participationId, kind }: { readonly participationId: string; readonly kind: string },
): Promise<CivilMoment | null> {
  const found = await tx.deadline.findUnique({ where: { participationId_kind: { participationId, kind } } });
  if (!found) return null;
  await lockDeadline(tx, found.id);
  const row = await deadlineById(tx, found.id);
  if (row?.state !== 'open') return null;
  const { cohortId, participation, dueOn, dueTime } = row;
  const places = [{ id: participationId, channelId: participation.channelId }];
  const move = { moveId: deps.ids.next(), cohortId, act: 'deadlines.give_way', reason: null, places };
  await writeStates(deps, tx, actor, now, { move, standing: [standingOf(row)], act: 'give_way' });
  return (await isWished(tx, row.id)) ? inWarsaw(dueOn, dueTime) : null;
}
