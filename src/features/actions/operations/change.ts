import { NOTICES } from '../ids.ts';
import type { ActionRow } from '../queries/index.ts';
import { isShortNotice } from '../rules/index.ts';
import { type Act, settingsOf, tellChannel, tellPerson, tellStaff } from './act.ts';

type Where = { readonly startsAt: Date; readonly place: string };

export type Change = {
  readonly dateId: string;
  readonly act: 'add' | 'move' | 'remove' | 'cancel';
  readonly from?: Where;
  readonly to?: Where;
  readonly reason?: string | null;
};

export type Written = { readonly id: string; readonly isShort: boolean };

/** Writes a step of the history of an action's dates (T8), and whether it came at short notice. */
export async function writeChange(act: Act, row: ActionRow, change: Change): Promise<Written> {
  const { deps, tx, doer, now } = act;
  if (doer === 'bot') throw new Error('dates are changed by people');
  const { dateId, from, to, reason = null } = change;
  const soonest = [from, to].flatMap((one) => one ?? []).map(({ startsAt }) => startsAt.getTime());
  const days = settingsOf(row).actionShortDays;
  const isShort = change.act !== 'add' && isShortNotice(new Date(Math.min(...soonest)), now, days);
  const id = deps.ids.next();
  await tx.actionChange.create({
    data: {
      ...{ id, actionId: row.id, dateId, act: change.act, reason, isShort, personId: doer.personId, at: now },
      ...{ fromStarts: from?.startsAt ?? null, fromPlace: from?.place ?? null },
      ...{ toStarts: to?.startsAt ?? null, toPlace: to?.place ?? null },
    },
  });
  return { id, isShort };
}

/**
 * Tells of a step once: the organisation's channel; whoever was asked to come, unless they are asked anew for the new
 * time; and staff when it came at short notice, or everything was called off (29).
 */
export async function tellChange(
  act: Act,
  row: ActionRow,
  { id, isShort }: Written,
  to: { readonly expertId: string | null; readonly isOff: boolean },
  who: 'all' | 'expert' = 'all',
): Promise<void> {
  const kind = NOTICES.changed;
  const said = (who: 'organisation' | 'expert' | 'staff') => ({
    ...{ kind, params: { changeId: id, to: who }, key: `${kind}:${id}:${who}` },
  });
  if (who === 'all') await tellChannel(act, row, said('organisation'));
  if (to.expertId) await tellPerson(act, row, to.expertId, said('expert'));
  if (who === 'all' && (isShort || to.isOff)) await tellStaff(act, row, said('staff'));
}
