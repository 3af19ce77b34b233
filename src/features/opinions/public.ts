import type { Db, Tx } from '../../platform/db/client.ts';
import { opinionOfPlace } from './queries/index.ts';

/** What other features build on: whether an opinion was ever sent, on what, and whether the organisation can read it. */
export type OpinionFact = {
  readonly opinionId: string;
  /** preparation: the action was cancelled. */
  readonly scope: 'action' | 'preparation';
  readonly isSent: boolean;
  readonly isReleased: boolean;
};

/** How the opinion on a place's action stands; null: none is due. */
export async function opinionFactOf(db: Db | Tx, participationId: string): Promise<OpinionFact | null> {
  const row = await opinionOfPlace(db, participationId);
  if (!row || row.state === 'not_due') return null;
  const scope = row.scope === 'preparation' ? 'preparation' : 'action';
  return { opinionId: row.id, scope, isSent: row.sentAt !== null, isReleased: row.number > 0 };
}
