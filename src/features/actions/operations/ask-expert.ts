import { activeOf, isFormer } from '../../assignments/public.ts';
import { NOTICES } from '../ids.ts';
import { type ActionRow, type DateRow, observersFor } from '../queries/index.ts';
import { type Act, isObserved, tellPerson } from './act.ts';

/** Asks an expert whether they come to a date, at the time it has now. */
export async function askExpert(act: Act, row: ActionRow, date: DateRow, expertId: string): Promise<void> {
  const fresh = { expertId, attends: 'asked', attendsNote: null, proposedId: null };
  await act.tx.actionDate.update({ where: { id: date.id }, data: { ...fresh, version: { increment: 1 } } });
  await tellPerson(act, row, expertId, {
    ...{ kind: NOTICES.attend, params: { dateId: date.id, expertId, sequence: date.sequence } },
    key: `${NOTICES.attend}:${date.id}:${expertId}:${date.sequence}:${date.version}`,
  });
}

/** Nobody is asked to come to a date until somebody leads the organisation, or staff name one. */
export async function askNobody({ tx }: Act, dateId: string): Promise<void> {
  const nobody = { expertId: null, attends: null, attendsNote: null, proposedId: null };
  await tx.actionDate.update({ where: { id: dateId }, data: { ...nobody, version: { increment: 1 } } });
}

/** Whether an expert may observe an action; nobody with a tie to the organisation (invariant 4). */
export async function canObserve({ tx }: Act, row: ActionRow, expertId: string): Promise<boolean> {
  const about = { cohortId: row.cohortId, organisationId: row.participation.organisationId, exceptId: null };
  return (await observersFor(tx, about)).some(({ id }) => id === expertId);
}

/** Whether whoever was asked before is still the one to ask: they lead the organisation, or may observe and never led it. */
export async function mayComeAgain(act: Act, row: ActionRow, expertId: string): Promise<boolean> {
  const { participationId } = row;
  if ((await activeOf(act.tx, participationId))?.expertId === expertId) return true;
  return !(await isFormer(act.tx, participationId, expertId)) && (await canObserve(act, row, expertId));
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
