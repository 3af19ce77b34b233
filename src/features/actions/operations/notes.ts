import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { activeOf } from '../../assignments/public.ts';
import { type ActionRow, type DateRow, observationOf } from '../queries/index.ts';
import { type Act, lockAction, note, retellAction } from './act.ts';

export type NoteRefusal = 'not_allowed' | 'changed_meanwhile';

export type Notes = {
  readonly text: string;
  /** The dates of which it was asked, over and theirs, and those of them at which the author was. */
  readonly offered: readonly string[];
  readonly observed: readonly string[];
  /** Why not at the others. */
  readonly absence: string | null;
};

/**
 * Whether a person keeps notes on an action: whoever leads the organisation, is asked to observe, or has notes already.
 * Staff and the organisation never do, unless they are that.
 */
export async function keepsNotes(db: Db | Tx, row: ActionRow, personId: string): Promise<boolean> {
  if (row.dates.some(({ expertId }) => expertId === personId)) return true;
  if ((await activeOf(db, row.participationId))?.expertId === personId) return true;
  return (await observationOf(db, row.id, personId)) !== null;
}

/** The dates of which a person says whether they were there. */
export const watchedBy = (row: ActionRow, personId: string, now: Date): readonly DateRow[] =>
  row.dates.filter(
    ({ expertId, endsAt, state }) =>
      expertId === personId && endsAt <= now && (state === 'held' || state === 'planned'),
  );

/** Nothing that the organisation saw of its dates changes by it, so its buttons hold: the version stays. */
async function markDates({ tx, now }: Act, row: ActionRow, personId: string, { offered, observed, absence }: Notes) {
  for (const { id } of watchedBy(row, personId, now).filter((date) => offered.includes(date.id))) {
    const isThere = observed.includes(id);
    await tx.actionDate.update({ where: { id }, data: { observed: isThere, absence: isThere ? null : absence } });
  }
}

/**
 * An expert writes down what they observed, and at which dates they were (ME-7). The words are theirs alone: no journal
 * line, card or message holds them. `version` is that of the notes when the form opened; 0: there were none.
 */
export const writeNotes = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: { readonly actionId: string; readonly version: number; readonly notes: Notes },
): Promise<Outcome<true, NoteRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const { actionId, version, notes } = wish;
    const { personId: authorId } = actor;
    const row = await lockAction(act, actionId);
    if (!row || !(await keepsNotes(tx, row, authorId))) return refuse('not_allowed');
    const kept = await observationOf(tx, actionId, authorId);
    if ((kept?.version ?? 0) !== version) return refuse('changed_meanwhile');
    const said = { text: notes.text, writtenAt: now };
    const of = { actionId, authorId };
    if (kept)
      await tx.observationNote.update({
        where: { actionId_authorId: of },
        data: { ...said, version: { increment: 1 } },
      });
    else await tx.observationNote.create({ data: { id: deps.ids.next(), ...of, ...said, version: 1 } });
    await markDates(act, row, authorId, notes);
    await note(act, row, false, { act: 'actions.note' });
    await retellAction(act, row);
    return ok(true);
  });
