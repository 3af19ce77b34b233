import type { Db, Tx } from '../../../platform/db/client.ts';

/** An expert's own notes on an action (ME-7). */
export type Observation = { readonly text: string; readonly writtenAt: Date; readonly version: number };

/**
 * The notes of one expert on an action, for that expert only: the caller passes the id of the person who asks, never one
 * that came with a button or a form. Null: none are written.
 */
export async function observationOf(db: Db | Tx, actionId: string, expertId: string): Promise<Observation | null> {
  const found = await db.observationNote.findUnique({ where: { actionId_authorId: { actionId, authorId: expertId } } });
  return found && { text: found.text, writtenAt: found.writtenAt, version: found.version };
}
