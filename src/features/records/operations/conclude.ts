import { settle } from '../../consultations/public.ts';
import { type Doer, record } from '../../journal/public.ts';
import { notify, retell } from '../../notices/public.ts';
import { NOTICES } from '../ids.ts';
import { type MeetingRow, missedBeside, saidOf } from '../queries/index.ts';
import { type Ending, effectsOf, verdictSoFar } from '../rules/index.ts';
import { countNothing } from './count-nothing.ts';
import { type Act, askedKey, SIDES } from './question.ts';

const disagreedKey = (consultationId: string): string => `${NOTICES.disagreed}:${consultationId}`;

/** Messages about the question say how it stands now. */
const retellQuestion = ({ deps, tx }: Act, consultationId: string): Promise<void> =>
  retell(deps, tx, {
    key: { in: [...SIDES.map((side) => askedKey(consultationId, side)), disagreedKey(consultationId)] },
  });

async function tellOf({ deps, tx, now }: Act, row: MeetingRow, ending: Ending, isFirst: boolean): Promise<void> {
  const { id: consultationId, cohortId } = row;
  const effects = effectsOf(ending, isFirst);
  const { channelId } = row.participation;
  const said = { at: now, cohortId, params: { consultationId, isFirst } };
  if (effects.offersNewTime && channelId)
    await notify(deps, tx, {
      ...{ ...said, kind: NOTICES.ended, to: { channel: channelId }, key: `${NOTICES.ended}:${consultationId}` },
    });
  if (effects.tellsStaff)
    await notify(deps, tx, {
      ...{ ...said, kind: NOTICES.missed, to: { staffOf: cohortId }, key: `${NOTICES.missed}:${consultationId}` },
    });
}

/** Ends a meeting that is booked and over, with all that follows (N20). Throws when it cannot be ended. */
export async function conclude(act: Act, doer: Doer, row: MeetingRow, ending: Ending): Promise<void> {
  const { deps, tx, now } = act;
  const { id: consultationId, version, participationId } = row;
  const written = row.card?.versions[0]?.minutes;
  const minutes = ending.outcome === 'held' && written !== undefined ? { minutesCounted: written } : {};
  const isFirst = (await missedBeside(tx, participationId, consultationId)) === 0;
  const settled = await settle(deps, tx, doer, now, { consultationId, version, to: ending.outcome, ...minutes });
  if (!settled.ok) throw new Error(`a locked consultation was not settled: ${settled.reason}`);
  const decided = { state: 'settled', ...ending, decidedAt: now };
  await tx.tookPlace.update({
    where: { consultationId },
    data: { ...decided, decidedBy: doer === 'bot' ? null : doer.personId, version: { increment: 1 } },
  });
  if (ending.outcome !== 'held') await countNothing(act, row, ending.outcome);
  await tellOf(act, row, ending, isFirst);
  await retellQuestion(act, consultationId);
}

/** The sides disagree, or neither spoke: staff decide. Told once; a changed mind may still settle it. */
async function giveToStaff(act: Act, row: MeetingRow): Promise<void> {
  const { deps, tx, now } = act;
  const { id: consultationId, cohortId } = row;
  await tx.tookPlace.update({ where: { consultationId }, data: { state: 'staff', version: { increment: 1 } } });
  await record(deps, tx, 'bot', now, {
    ...{ act: 'records.disagreement', subject: 'consultation', subjectId: consultationId, cohortId },
  });
  await notify(deps, tx, {
    ...{ kind: NOTICES.disagreed, params: { consultationId }, to: { staffOf: cohortId } },
    ...{ key: disagreedKey(consultationId), at: now, cohortId },
  });
  await retellQuestion(act, consultationId);
}

/** Weighs what was said so far, and does what follows; nothing while somebody may still speak. */
export async function weigh(act: Act, row: MeetingRow): Promise<Ending | 'staff' | null> {
  const { tookPlace } = row;
  if (!tookPlace || tookPlace.state === 'settled' || row.state !== 'booked') return null;
  const verdict = verdictSoFar(saidOf(row), tookPlace.silentFrom <= act.now);
  if (verdict === 'staff') {
    if (tookPlace.state !== 'staff') await giveToStaff(act, row);
    else await retellQuestion(act, row.id);
  } else if (verdict) await conclude(act, 'bot', row, verdict);
  else await retellQuestion(act, row.id);
  return verdict;
}
