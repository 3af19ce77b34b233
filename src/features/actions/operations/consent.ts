import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { lockAction, note, retellAction } from './act.ts';
import { sideIn, type Where } from './dates.ts';

/**
 * The organisation (or staff for it) takes the consent to the photos back (DP-1), also once the opinion was sent: none is
 * kept, and the report that was said shows none. Asked again, it changes nothing.
 */
export const withdrawConsent = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { actionId, channelId }: Where & { readonly actionId: string },
): Promise<Outcome<true, 'not_allowed'>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const row = await lockAction(act, actionId);
    const side = row && sideIn(row, actor, channelId);
    if (!row || !side) return refuse('not_allowed');
    if (!row.report?.hasConsent) return ok(true);
    await tx.actionPhoto.deleteMany({ where: { actionId } });
    await tx.actionReport.update({ where: { actionId }, data: { hasConsent: false, version: { increment: 1 } } });
    await note(act, row, side === 'staff', { act: 'actions.withdraw_consent', detail: { photos: row.photos.length } });
    await retellAction(act, row);
    return ok(true);
  });
