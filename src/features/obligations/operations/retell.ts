import { civilOf, WARSAW } from '../../../core/calendar/index.ts';
import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { retell } from '../../notices/public.ts';
import { digestKey, reminderKey } from '../ids.ts';
import { weekOf } from '../rules/week.ts';

/** Reminders that were sent of these matters say what holds now: another date, another button, or that it is done (N8). */
export async function retellReminders(deps: Deps, tx: Tx, obligationIds: readonly string[]): Promise<void> {
  if (obligationIds.length === 0) return;
  const where = { obligationId: { in: [...obligationIds] } };
  const said = await tx.reminder.findMany({ where, select: { messageId: true }, distinct: ['messageId'] });
  if (said.length === 0) return;
  await retell(deps, tx, { key: { in: said.map(({ messageId }) => reminderKey(messageId)) } });
}

const WEEK_MS = 7 * 86_400_000;

/** The digest of a cohort names dates; when one of them moves, the newest says what holds now (N8). */
export async function retellDigests(deps: Deps, tx: Tx, cohortIds: readonly string[], now: Date): Promise<void> {
  if (cohortIds.length === 0) return;
  const weeks = [now, new Date(now.getTime() - WEEK_MS)].map((at) => weekOf(civilOf(at, WARSAW).date));
  const keys = [...new Set(cohortIds)].flatMap((id) => weeks.map((week) => digestKey(id, week)));
  await retell(deps, tx, { key: { in: keys } });
}
