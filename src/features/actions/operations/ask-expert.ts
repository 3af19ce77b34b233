import { activeOf } from '../../assignments/public.ts';
import { NOTICES } from '../ids.ts';
import type { ActionRow, DateRow } from '../queries/index.ts';
import { type Act, isObserved, tellPerson } from './act.ts';

/** Asks an expert whether they come to a date, at the time it has now: once for each time. */
export async function askExpert(act: Act, row: ActionRow, date: DateRow, expertId: string): Promise<void> {
  const fresh = { expertId, attends: 'asked', attendsNote: null, proposedId: null };
  await act.tx.actionDate.update({ where: { id: date.id }, data: { ...fresh, version: { increment: 1 } } });
  await tellPerson(act, row, expertId, {
    ...{ kind: NOTICES.attend, params: { dateId: date.id, expertId, sequence: date.sequence } },
    key: `${NOTICES.attend}:${date.id}:${expertId}:${date.sequence}`,
  });
}

/**
 * Asks whoever leads the organisation for each coming date for which nobody was asked (ME-7). Asked again, it does
 * nothing; nobody is asked where the programme does not observe, or nobody leads yet. Gives how many were asked.
 */
export async function askForDates(act: Act, row: ActionRow): Promise<number> {
  if (!isObserved(row)) return 0;
  const lead = await activeOf(act.tx, row.participationId);
  if (!lead) return 0;
  const open = row.dates.filter((one) => one.state === 'planned' && one.expertId === null && one.startsAt > act.now);
  for (const date of open) await askExpert(act, row, date, lead.expertId);
  return open.length;
}
