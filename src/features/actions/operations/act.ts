import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { type Doer, type JournalLine, record } from '../../journal/public.ts';
import { notify, retell } from '../../notices/public.ts';
import { touchCard } from '../../participations/public.ts';
import { definitionOf } from '../../programmes/public.ts';
import { NOTICES } from '../ids.ts';
import { type ActionRow, type DateRow, rowById, rowOfDate } from '../queries/index.ts';
import { type ActionSettings, actionSettings } from '../rules/index.ts';

/** What the parts of one act share; the bot acts at set moments. */
export type Act = { readonly deps: Deps; readonly tx: Tx; readonly doer: Doer; readonly now: Date };

/** An action, kept from changing until the act is done; null when there is none. */
export async function lockAction({ tx }: Pick<Act, 'tx'>, id: string): Promise<ActionRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "Action" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return rowById(tx, id);
}

export type Found = { readonly row: ActionRow; readonly date: DateRow };

/** A date with its action, both kept from changing; null when there is none. */
export async function lockDate(act: Pick<Act, 'tx'>, dateId: string): Promise<Found | null> {
  const known = await rowOfDate(act.tx, dateId);
  const row = known && (await lockAction(act, known.id));
  const date = row?.dates.find(({ id }) => id === dateId);
  return row && date ? { row, date } : null;
}

/** The row after a change of this act. */
export async function again({ tx }: Pick<Act, 'tx'>, id: string): Promise<ActionRow> {
  const row = await rowById(tx, id);
  if (!row) throw new Error('a locked action is gone');
  return row;
}

export const definitionFor = (row: Pick<ActionRow, 'participation'>) => definitionOf(row.participation.cohort);
export const settingsOf = (row: Pick<ActionRow, 'participation'>): ActionSettings =>
  actionSettings(definitionFor(row).settings);
/** Experts come to the actions of this programme (ME-7). */
export const isObserved = (row: Pick<ActionRow, 'participation'>): boolean => definitionFor(row).switches.observation;

type Line = Pick<JournalLine, 'act' | 'from' | 'to' | 'reason' | 'detail'>;

/** Writes what was done to an action; the organisation for whom staff act is named with it (R2). */
export async function note(act: Act, row: ActionRow, isOnBehalf: boolean, line: Line): Promise<void> {
  const onBehalfOf = isOnBehalf ? row.participation.organisation.name : null;
  const about = { subject: 'action', subjectId: row.id, cohortId: row.cohortId };
  await record(act.deps, act.tx, act.doer, act.now, { ...line, ...about, onBehalfOf });
}

type Said = { readonly kind: string; readonly key: string; readonly params: Readonly<Record<string, string | number>> };

/** Tells the organisation's channel; one without a channel hears of it nowhere. */
export async function tellChannel({ deps, tx, now }: Act, row: ActionRow, said: Said): Promise<void> {
  const { channelId } = row.participation;
  if (channelId) await notify(deps, tx, { ...said, at: now, to: { channel: channelId }, cohortId: row.cohortId });
}

export const tellPerson = ({ deps, tx, now }: Act, row: ActionRow, personId: string, said: Said): Promise<void> =>
  notify(deps, tx, { ...said, at: now, to: { person: personId }, cohortId: row.cohortId });

export const tellStaff = ({ deps, tx, now }: Act, row: ActionRow, said: Said): Promise<void> =>
  notify(deps, tx, { ...said, at: now, to: { staffOf: row.cohortId } });

/** Has what was said of an action put right (N8), and the organisation's card. */
export async function retellAction({ deps, tx }: Act, row: ActionRow): Promise<void> {
  const stems = row.dates.flatMap(({ id }) =>
    [NOTICES.attend, NOTICES.unobserved, NOTICES.asked, NOTICES.note].map((kind) => `${kind}:${id}:`),
  );
  const own = [`${NOTICES.planned}:${row.id}`, `${NOTICES.reported}:${row.id}`];
  await retell(deps, tx, {
    cohortId: row.cohortId,
    OR: [{ key: { in: own } }, ...stems.map((stem) => ({ key: { startsWith: stem } }))],
  });
  await touchCard(deps, tx, row.participationId);
}
