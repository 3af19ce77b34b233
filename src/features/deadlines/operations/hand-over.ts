import type { HandOverHook } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { retellDeadlines } from './retell.ts';

/**
 * Wishes for more time that the former expert made and nobody has answered are withdrawn: the date passes to whoever
 * leads the organisation, who may ask anew.
 */
export const withdrawFormersWishes: HandOverHook = async ({ deps, tx, actor, now }, { participationId, formerId }) => {
  const where = { state: 'open', personId: formerId, deadline: { participationId } };
  const open = await tx.timeRequest.findMany({ where, include: { deadline: true }, orderBy: { id: 'asc' } });
  for (const { id, deadline } of open) {
    await tx.timeRequest.update({ where: { id }, data: { state: 'withdrawn', answeredAt: now } });
    const line = { act: 'deadlines.withdraw_wish', subject: 'deadline', subjectId: deadline.id };
    const detail = { requestId: id, handedOver: true };
    await record(deps, tx, actor, now, { ...line, cohortId: deadline.cohortId, from: 'open', to: 'withdrawn', detail });
    await retellDeadlines(deps, tx, [deadline.id]);
  }
};
