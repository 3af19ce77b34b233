import type { Tx } from '../../../platform/db/client.ts';
import { availabilityOf, type OfferedTime } from '../../availability/public.ts';
import { notify } from '../../notices/public.ts';
import { isOpen, stateOf as placeState } from '../../participations/public.ts';
import { NOTICES } from '../ids.ts';
import { type EntryRow, expertsFor, freeOf, placeById, waitingFor } from '../queries/index.ts';
import { claimUntil } from '../rules/index.ts';
import type { Act } from './act.ts';
import { settingsOf } from './context.ts';
import { noteEntry } from './entries.ts';
import { takeTime } from './insert.ts';

/** One after another for each expert's queue, so that its order holds. */
const lockQueue = (tx: Tx, expertId: string) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('consultations.queue'), hashtext(${expertId}))::text`;

/** Whether an organisation may still book with the expert for whom it waits. */
async function mayStillBook(tx: Tx, entry: EntryRow): Promise<boolean> {
  const place = await placeById(tx, entry.participationId);
  if (!place || !isOpen(placeState(place.state))) return false;
  return (await expertsFor(tx, place)).some(({ id }) => id === entry.expertId);
}

/** Holds a time for somebody in the queue and tells its channel. False: somebody else has it, or no time is left to say so. */
async function offer(act: Act, entry: EntryRow, time: OfferedTime, noticeMinutes: number): Promise<boolean> {
  const { deps, tx, now } = act;
  const { id, cohortId, participationId, personId } = entry;
  const openUntil = claimUntil(now, time.start, noticeMinutes, settingsOf(entry.participation.cohort));
  if (openUntil <= now) return false;
  const facts = { cohortId, participationId, askedBy: personId, now };
  const consultationId = await takeTime(deps, tx, facts, time, { state: 'reserved', openUntil });
  if (consultationId === null) return false;
  const data = { state: 'offered', consultationId, version: { increment: 1 } };
  await tx.waitEntry.update({ where: { id }, data });
  await noteEntry({ ...act, doer: 'bot' }, entry, { act: 'consultations.offer', from: entry.state, to: 'offered' });
  const channel = entry.participation.channelId;
  if (channel) {
    const key = `${NOTICES.offered}:${consultationId}`;
    const params = { entryId: id, consultationId };
    await notify(deps, tx, { kind: NOTICES.offered, params, to: { channel }, key, at: now, cohortId });
  }
  return true;
}

/**
 * Offers the free times of an expert to those who wait for one, in the order in which they joined, one each (N18). Ask
 * for it in the transaction of whatever frees a time.
 */
export async function serveQueue(act: Act, expertId: string): Promise<void> {
  const { tx, now } = act;
  if ((await tx.waitEntry.count({ where: { expertId, state: 'waiting' } })) === 0) return;
  await lockQueue(tx, expertId);
  const waiting = await waitingFor(tx, expertId);
  const availability = (await availabilityOf(tx, [expertId])).get(expertId);
  if (!availability) return;
  const free = [...(await freeOf(tx, availability, now))];
  for (const entry of waiting) {
    if (free.length === 0) return;
    if (!(await mayStillBook(tx, entry))) continue;
    for (let time = free.shift(); time; time = free.shift()) {
      if (await offer(act, entry, time, availability.terms.noticeMinutes)) break;
    }
  }
}
