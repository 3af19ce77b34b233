import type { AwayHook, HandOverHook } from '../../../platform/feature.ts';
import { comingOf } from '../queries/index.ts';
import { type Act, again, lockAction, note, retellAction } from './act.ts';
import { askExpert, askNobody, canObserve } from './ask-expert.ts';
import { tellUnobserved } from './attend.ts';

/**
 * Another expert leads the organisation (CO-10): the coming dates are theirs to say yes to. Without one nobody is asked
 * until there is. What the former noted stays with the former.
 */
export const handOverDates: HandOverHook = async ({ deps, tx, actor, now }, handOver) => {
  const { participationId, formerId, successorId } = handOver;
  const act: Act = { deps, tx, doer: actor, now };
  const dates = await comingOf(tx, formerId, { from: now, participationId });
  const [first] = dates;
  const row = first && (await lockAction(act, first.actionId));
  if (!row) return;
  for (const { id } of dates) {
    const date = row.dates.find((one) => one.id === id);
    if (date && successorId) await askExpert(act, row, date, successorId);
    else await askNobody(act, id);
  }
  await note(act, row, false, { act: 'actions.hand_over', detail: { dates: dates.length } });
  await retellAction(act, row);
};

const later = (one: Date, other: Date): Date => new Date(Math.max(one.getTime(), other.getTime()));

/**
 * Whoever was asked to come will be away then, also when they fall ill on the day: the substitute is asked, or staff see
 * that nobody observes. Why somebody is away is not passed on.
 */
export const awayFromDates: AwayHook = async ({ deps, tx, actor, now }, { expertId, from, until, substituteId }) => {
  const act: Act = { deps, tx, doer: actor, now };
  const coming = await comingOf(tx, expertId, { from: later(from, now), until });
  for (const { id, actionId } of coming) {
    const row = await lockAction(act, actionId);
    const date = row?.dates.find((one) => one.id === id);
    if (!row || !date || date.attends === 'not') continue;
    const isOther = substituteId !== null && substituteId !== expertId;
    if (isOther && (await canObserve(act, row, substituteId))) await askExpert(act, row, date, substituteId);
    else {
      const data = { attends: 'not', attendsNote: null, proposedId: null, version: { increment: 1 } };
      await tx.actionDate.update({ where: { id }, data });
      await tellUnobserved(act, row, date);
    }
    await note(act, row, false, { act: 'actions.away', detail: { dateId: id } });
    await retellAction(act, await again(act, actionId));
  }
};
