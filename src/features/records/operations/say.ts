import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { type MeetingRow, meetingById, meetingOf } from '../queries/index.ts';
import { DECIDED, type Decision, type Ending, type Says, type Side, sideOf } from '../rules/index.ts';
import { conclude, weigh } from './conclude.ts';
import { type Act, askBoth, lockMeeting } from './question.ts';

export type SayRefusal = 'not_allowed' | 'staff_decide' | 'not_over' | 'not_booked' | 'already_settled';

/** Why nobody may speak of it now. */
function closed(row: MeetingRow, now: Date): 'not_over' | 'not_booked' | 'already_settled' | null {
  if (row.tookPlace?.state === 'settled') return 'already_settled';
  if (row.state !== 'booked') return 'not_booked';
  return row.endsAt > now ? 'not_over' : null;
}

async function write(act: Act, row: MeetingRow, side: Exclude<Side, 'staff'>, says: Says, by: string) {
  await askBoth(act, row);
  const said = side === 'expert' ? { expertSays: says } : { organisationSays: says, organisationBy: by };
  await act.tx.tookPlace.update({ where: { consultationId: row.id }, data: { ...said, version: { increment: 1 } } });
}

/** The row after a change of this act. */
export async function again({ tx }: Act, id: string): Promise<MeetingRow> {
  const row = await meetingById(tx, id);
  if (!row) throw new Error('a locked consultation is gone');
  return row;
}

/**
 * Writes what a side says, and does what follows from it; staff who send an expert's card say it for them (R2). The caller
 * has locked the meeting.
 */
export async function sayIn(act: Act, row: MeetingRow, side: Exclude<Side, 'staff'>, says: Says, actor: Actor) {
  await write(act, row, side, says, actor.personId);
  await record(act.deps, act.tx, actor, act.now, {
    ...{ act: `records.say_${says}`, subject: 'consultation', subjectId: row.id, cohortId: row.cohortId },
    ...(side === 'expert' && actor.personId !== row.expertId ? { onBehalfOf: row.expert.name } : {}),
    detail: { side },
  });
  return weigh(act, await again(act, row.id));
}

type Said = { readonly side: Exclude<Side, 'staff'>; readonly verdict: Ending | 'staff' | null };

/**
 * A side says whether a consultation took place, or changes its mind while nothing is settled (N20). Refuses others,
 * staff (who decide), one that is not over, and one that is settled.
 */
export const sayHow = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { consultationId, says }: { readonly consultationId: string; readonly says: Says },
  channelId: string | null,
): Promise<Outcome<Said, SayRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, now };
    const row = await lockMeeting(act, consultationId);
    const side = row && sideOf(actor, meetingOf(row), channelId);
    if (!row || !side) return refuse('not_allowed');
    if (side === 'staff') return refuse('staff_decide');
    const refusal = closed(row, now);
    if (refusal) return refuse(refusal);
    return ok({ side, verdict: await sayIn(act, row, side, says, actor) });
  });

/** Staff decide how a consultation went, also before both have spoken. */
export const decideHow = (
  deps: Deps,
  actor: Actor,
  now: Date,
  { consultationId, decision }: { readonly consultationId: string; readonly decision: Decision },
): Promise<Outcome<Ending, SayRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, now };
    const row = await lockMeeting(act, consultationId);
    if (!row || !isStaff(actor, row.cohortId)) return refuse('not_allowed');
    const refusal = closed(row, now);
    if (refusal) return refuse(refusal);
    await askBoth(act, row);
    await conclude(act, actor, await again(act, row.id), DECIDED[decision]);
    return ok(DECIDED[decision]);
  });
