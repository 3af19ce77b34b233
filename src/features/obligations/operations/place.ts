import type { Locale } from '../../../core/locale.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { HandOverHook } from '../../../platform/feature.ts';
import { bare } from '../../../platform/slack/words.ts';
import { reminderKey } from '../ids.ts';
import { dueAtPlace } from '../queries/open.ts';
import { wordsById } from './words.ts';

/** What the organisation of a place and its expert owe now, in plain words, the nearest first. */
export async function mattersOfPlace(
  deps: Deps,
  participationId: string,
  now: Date,
  locale: Locale,
): Promise<readonly { readonly what: string; readonly due: Date | null }[]> {
  const rows = await dueAtPlace(deps.db, participationId, now);
  const words = await wordsById(deps, rows, locale);
  return rows.flatMap(({ id, dueAt }) => {
    const said = words.get(id);
    return said ? [{ what: bare(said.what), due: dueAt }] : [];
  });
}

/** Notices that have not gone: waiting for their moment, or held back by staff. */
const UNSAID = ['pending', 'held'];

/**
 * What was written for the former expert about an organisation's matters and has not gone is not said to them any more:
 * its lines are taken out, so that the planner says them to whoever leads it then.
 */
export const forgetFormer: HandOverHook = async ({ tx, now }, { participationId, formerId }) => {
  const recipient = `person:${formerId}`;
  const rows = await tx.reminder.findMany({
    where: { recipient, obligation: { participationId, closedAt: null } },
    select: { id: true, messageId: true, obligationId: true },
  });
  if (rows.length === 0) return;
  const notices = await tx.notice.findMany({
    where: { key: { in: rows.map(({ messageId }) => reminderKey(messageId)) }, state: { in: UNSAID } },
    select: { key: true },
  });
  const unsaid = new Set(notices.map(({ key }) => key));
  const gone = rows.filter(({ messageId }) => unsaid.has(reminderKey(messageId)));
  await tx.reminder.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  const obligationIds = gone.map(({ obligationId }) => obligationId);
  await tx.obligation.updateMany({ where: { id: { in: obligationIds } }, data: { remindAt: now } });
};
