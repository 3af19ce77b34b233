import type { Prisma } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { retell } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { awaitedExperts, type ConsultationRow, consultationById } from '../queries/index.ts';
import { type Act, note, retellConsultation, tellBoth } from './act.ts';
import { changeEntries } from './entries.ts';
import { serveQueue } from './serve.ts';

/** So many run out in one go; the rest follow at the next tick. */
const AT_ONCE = 100;

/** Whoever did not take the time offered loses it, and with it their place: they may join again. */
async function lapse(act: Act, consultationId: string): Promise<void> {
  const { deps, tx, now } = act;
  const offered = { consultationId, state: 'offered' };
  const count = await changeEntries(act, offered, { state: 'lapsed', endedAt: now }, 'consultations.lapse');
  if (count > 0) await retell(deps, tx, { key: `${NOTICES.offered}:${consultationId}` });
}

/** Nobody answered the request: both are told kindly. */
async function runOut(act: Act, row: ConsultationRow): Promise<void> {
  await note(act, row, false, { act: 'consultations.expire', from: 'requested', to: 'expired' });
  await tellBoth(act, row, { kind: NOTICES.ended, key: row.id, params: { consultationId: row.id } });
  await retellConsultation(act, row);
}

/**
 * What has run out among these does not take the expert's time any longer: forms left open, times offered and not
 * claimed, requests without an answer. The freed times go to the queue. Those just begun elsewhere are left to it.
 */
export async function expireDue(act: Act, which: Prisma.ConsultationWhereInput): Promise<void> {
  const { tx, now } = act;
  const open = { state: { in: ['reserved', 'requested'] } };
  const found = await tx.consultation.findMany({
    where: { AND: [open, which] },
    select: { id: true, state: true, version: true, expertId: true },
    orderBy: [{ openUntil: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
  });
  const experts = new Set<string>();
  for (const { id, state, version, expertId } of found) {
    const data = { state: 'expired', endedAt: now, version: { increment: 1 } };
    const { count } = await tx.consultation.updateMany({ where: { id, version }, data });
    if (count === 0) continue;
    experts.add(expertId);
    if (state === 'reserved') await lapse(act, id);
    const row = state === 'requested' ? await consultationById(tx, id) : null;
    if (row) await runOut(act, row);
  }
  for (const expertId of experts) await serveQueue(act, expertId);
}

/** Everything that is due: what has run out, and free times for those who wait, such as new hours of an expert. */
export async function runConsultations(deps: Deps, now: Date): Promise<void> {
  const due = { openUntil: { lte: now } };
  await inTransaction(deps.db, (tx) => expireDue({ deps, tx, doer: 'bot', now }, due), 30);
  for (const expertId of await awaitedExperts(deps.db)) {
    await inTransaction(deps.db, (tx) => serveQueue({ deps, tx, doer: 'bot', now }, expertId));
  }
}
