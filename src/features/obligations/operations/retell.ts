import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { retell } from '../../notices/public.ts';
import { reminderKey } from '../ids.ts';

/** Reminders that were sent of these matters say what holds now: another date, another button, or that it is done (N8). */
export async function retellReminders(deps: Deps, tx: Tx, obligationIds: readonly string[]): Promise<void> {
  if (obligationIds.length === 0) return;
  const where = { obligationId: { in: [...obligationIds] } };
  const said = await tx.reminder.findMany({ where, select: { messageId: true }, distinct: ['messageId'] });
  if (said.length === 0) return;
  await retell(deps, tx, { key: { in: said.map(({ messageId }) => reminderKey(messageId)) } });
}
