import type { Tx } from '../../../platform/db/client.ts';
import type { Deps } from '../../../platform/deps.ts';
import { NOTICES, RETELL } from '../ids.ts';

/** Notices that are not said yet will be said with the new words by themselves. */
const SAID = ['pending', 'sending', 'sent'];

async function enqueue(deps: Deps, tx: Tx, noticeIds: readonly string[]): Promise<void> {
  for (const noticeId of noticeIds) await deps.jobs.enqueue(tx, RETELL, { noticeId }, { key: noticeId });
}

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
  const where = { key: { in: [...new Set(keys)] }, state: { in: SAID } };
  const said = await tx.notice.findMany({ where, select: { id: true } });
  await enqueue(
    deps,
    tx,
    said.map(({ id }) => id),
  );
}

/** The same for a call's closing: its own announcements, and what other features say of it. */
export async function retellClosing(deps: Deps, tx: Tx, call: { readonly id: string; readonly cohortId: string }) {
  const dated = [...deps.offers.notices.values()].filter((one) => one.tellsClosing).map(({ kind }) => kind);
  const of = [
    { key: { startsWith: `${NOTICES.closing}:${call.id}:` } },
    { cohortId: call.cohortId, kind: { in: dated } },
  ];
  const said = await tx.notice.findMany({ where: { state: { in: SAID }, OR: of }, select: { id: true } });
  await enqueue(
    deps,
    tx,
    said.map(({ id }) => id),
  );
}
