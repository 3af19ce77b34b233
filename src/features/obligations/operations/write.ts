import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import { NOTICES, reminderKey } from '../ids.ts';
import type { PlannedMessage } from '../rules/plan.ts';
import type { Addresses } from '../rules/recipients.ts';
import type { Foresight } from './foresee.ts';

/** Where a planned message goes: a person, an organisation's channel, or a cohort's staff. */
export function targetOf({ to }: Pick<PlannedMessage, 'to'>, { channels }: Pick<Addresses, 'channels'>) {
  const [kind, id = ''] = to.key.split(':');
  if (kind === 'person') return { person: id };
  return kind === 'staff' ? { staffOf: id } : { channel: channels.get(id) ?? '' };
}

/** Writes a planned message down under the planner's own keys: it will be said at its moment, and never planned again. */
export async function writeMessage(
  deps: Deps,
  tx: Tx,
  message: PlannedMessage,
  { cohort, known, addresses }: Pick<Foresight, 'cohort' | 'known' | 'addresses'>,
) {
  const messageId = deps.ids.next();
  const idOf = new Map(known.map(({ row }) => [row.key, row.id]));
  const rows = message.items.map(({ obligationKey, key, step }) => {
    const obligationId = idOf.get(obligationKey) ?? '';
    return { id: deps.ids.next(), key, obligationId, step, recipient: message.to.key, messageId, at: message.at };
  });
  await tx.reminder.createMany({ data: rows });
  await notify(deps, tx, {
    kind: NOTICES.reminder,
    params: { messageId },
    to: targetOf(message, addresses),
    key: reminderKey(messageId),
    at: message.at,
    cohortId: cohort.id,
  });
  return rows;
}
