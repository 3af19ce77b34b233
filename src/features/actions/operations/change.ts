import { NOTICES } from '../ids.ts';
import type { ActionRow } from '../queries/index.ts';
import { isShortNotice } from '../rules/index.ts';
import { type Act, settingsOf, tellChannel, tellPerson, tellStaff } from './act.ts';

type Where = { readonly startsAt: Date; readonly endsAt: Date; readonly place: string };

type Change = {
  readonly dateId: string;
  readonly act: 'add' | 'move' | 'remove' | 'cancel';
  readonly from?: Where;
  readonly to?: Where;
  readonly reason?: string | null;
  /** Who was asked to come and is told of it; nobody who is asked anew for the new time. */
  readonly expertId?: string | null;
};

export type Written = { readonly id: string; readonly isShort: boolean; readonly expertId: string | null };

/** Writes a step of the history of an action's dates (T8), and whether it came at short notice. */
export async function writeChange(act: Act, row: ActionRow, change: Change): Promise<Written> {
  const { deps, tx, doer, now } = act;
  if (doer === 'bot') throw new Error('dates are changed by people');
  const { dateId, from, to, reason = null, expertId = null } = change;
  const soonest = [from, to].flatMap((one) => one ?? []).map(({ startsAt }) => startsAt.getTime());
  const days = settingsOf(row).actionShortDays;
  const isShort = change.act !== 'add' && isShortNotice(new Date(Math.min(...soonest)), now, days);
  const id = deps.ids.next();
  await tx.actionChange.create({
    data: {
      ...{ id, actionId: row.id, dateId, act: change.act, reason, isShort, personId: doer.personId, at: now },
      ...{ fromStarts: from?.startsAt ?? null, fromEnds: from?.endsAt ?? null, fromPlace: from?.place ?? null },
      ...{ toStarts: to?.startsAt ?? null, toEnds: to?.endsAt ?? null, toPlace: to?.place ?? null },
    },
  });
  return { id, isShort, expertId };
}

/**
 * Tells of the steps of one act once: the organisation's channel of all; whoever was asked to come of those that concern
 * them; and staff of all when one came at short notice, or everything is off (29).
 */
export async function tellChange(act: Act, row: ActionRow, steps: readonly Written[], isOff: boolean): Promise<void> {
  const kind = NOTICES.changed;
  const said = (to: 'organisation' | 'expert' | 'staff', of: readonly Written[]) => {
    const [changeId = '', ...more] = of.map(({ id }) => id);
    return { kind, params: { changeId, to, more: more.join(' ') }, key: `${kind}:${changeId}:${to}` };
  };
  await tellChannel(act, row, said('organisation', steps));
  for (const [expertId, own] of Map.groupBy(steps, (step) => step.expertId))
    if (expertId) await tellPerson(act, row, expertId, said('expert', own));
  if (isOff || steps.some(({ isShort }) => isShort)) await tellStaff(act, row, said('staff', steps));
}
