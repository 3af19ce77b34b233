import type { CivilMoment } from '../../../core/calendar/index.ts';
import type { Doing } from '../../../platform/feature.ts';
import { deadlineById, standingOf } from '../queries/index.ts';
import { inWarsaw } from '../rules/index.ts';
import { lockDeadline } from './lock.ts';
import { writeStates } from './write.ts';

/**
 * Another feature keeps a matter from now on, such as the opinion once its action has ended: an open deadline of the kind
 * gives way without a word, so that nobody is reminded twice. Gives the date it had; null: there was none.
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
  return inWarsaw(dueOn, dueTime);
}
