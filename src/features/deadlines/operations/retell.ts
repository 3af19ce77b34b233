import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { retell } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';

/** Has messages put right that speak of these deadlines: what was said before shows the date that holds now (N8). */
export async function retellDeadlines(deps: Deps, tx: Tx, deadlineIds: readonly string[]): Promise<void> {
  const ids = [...deadlineIds];
  const changes = await tx.deadlineChange.findMany({ where: { deadlineId: { in: ids } } });
  const deadlines = await tx.deadline.findMany({ where: { id: { in: ids } } });
  const requests = await tx.timeRequest.findMany({ where: { deadlineId: { in: ids } }, select: { id: true } });
  const placeOf = new Map(deadlines.map(({ id, participationId }) => [id, participationId]));
  const keys = [
    ...changes.map(({ moveId, deadlineId }) => `${NOTICES.moved}:${moveId}:${placeOf.get(deadlineId ?? '')}`),
    ...requests.flatMap(({ id }) => [`${NOTICES.asked}:${id}`, `${NOTICES.answered}:${id}`]),
  ];
  await retell(deps, tx, { key: { in: [...new Set(keys)] } });
}

/** The same for a call's closing: its own announcements, and what other features say of it. */
export async function retellClosing(deps: Deps, tx: Tx, call: { readonly id: string; readonly cohortId: string }) {
  const dated = [...deps.offers.notices.values()].filter((one) => one.tellsClosing).map(({ kind }) => kind);
  const of = [
    { key: { startsWith: `${NOTICES.closing}:${call.id}:` } },
    { cohortId: call.cohortId, kind: { in: dated } },
  ];
  await retell(deps, tx, { OR: of });
}
