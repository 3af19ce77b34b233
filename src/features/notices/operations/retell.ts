import type { Tx } from '../../../platform/db/client.ts';
import type { Prisma } from '../../../platform/db/generated/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { RETELL } from '../ids.ts';
import type { NoticeState } from '../rules/index.ts';

/** One that is not said yet may have been put into words just before they changed. */
const SAID: readonly NoticeState[] = ['pending', 'sending', 'sent'];

/** Has the messages of these notices put right, in the transaction of the act that changed what they say (N8). */
export async function retell(deps: Deps, tx: Tx, which: Prisma.NoticeWhereInput): Promise<void> {
  const where = { AND: [which, { state: { in: [...SAID] } }] };
  const said = await tx.notice.findMany({ where, select: { id: true } });
  for (const { id } of said) await deps.jobs.enqueue(tx, RETELL, { noticeId: id }, { key: id });
}
