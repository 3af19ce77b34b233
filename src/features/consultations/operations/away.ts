import type { AwayHook } from '../../../platform/feature.ts';
import { retell } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { consultationById } from '../queries/index.ts';
import { type Act, awayKey, tell } from './act.ts';
import { changeEntries } from './entries.ts';
import { expireDue } from './expire.ts';

/** A time held for somebody in the queue goes with the expert's; the place in the queue stays. */
async function takeBackOffer(act: Act, consultationId: string): Promise<void> {
  const { deps, tx } = act;
  const offered = { consultationId, state: 'offered' };
  await changeEntries(act, offered, { state: 'waiting', consultationId: null }, 'consultations.take_back_offer');
  await retell(deps, tx, { key: `${NOTICES.offered}:${consultationId}` });
}

/**
 * An expert will be away: both sides are asked to move what is booked then, which is nobody's no-show (case 19), and what
 * is only held is let go.
 */
export const askToMove: AwayHook = async ({ deps, tx, actor, now }, { absenceId, expertId, from, until }) => {
  const act: Act = { deps, tx, doer: actor, now };
  const then = { expertId, startsAt: { lt: until, gt: now }, endsAt: { gt: from } };
  const open = { in: ['reserved', 'requested', 'booked'] };
  const found = await tx.consultation.findMany({
    where: { ...then, state: open },
    select: { id: true, state: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  for (const { id, state } of found) {
    if (state === 'reserved') {
      await takeBackOffer(act, id);
      await expireDue({ ...act, doer: 'bot' }, { id });
      continue;
    }
    const row = await consultationById(tx, id);
    if (!row) continue;
    const params = { consultationId: id, absenceId, from: from.toISOString(), until: until.toISOString() };
    const said = { kind: NOTICES.away, key: awayKey(id, absenceId), params };
    await tell(act, row, 'organisation', said);
    await tell(act, row, 'expert', said);
  }
};

/** The absence is ended: what is still booked in it may stay, and both sides' messages say so. */
export const takePleaBack: AwayHook = async ({ deps, tx }, { absenceId, expertId, from, until }) => {
  const then = { expertId, startsAt: { lt: until }, endsAt: { gt: from } };
  const where = { ...then, state: { in: ['requested', 'booked'] } };
  const found = await tx.consultation.findMany({ where, select: { id: true } });
  const stems = found.map(({ id }) => `${NOTICES.away}:${awayKey(id, absenceId)}`);
  await retell(deps, tx, { key: { in: stems.flatMap((stem) => [`${stem}:organisation`, `${stem}:expert`]) } });
};
