import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { NOTICES } from '../ids.ts';
import { type ConsultationRow, consultationById } from '../queries/index.ts';
import { next, stateOf } from '../rules/index.ts';
import { type Act, note, retellConsultation, tell, tellBoth } from './act.ts';
import { serveQueue } from './serve.ts';

export type AnswerRefusal = 'not_allowed' | 'answered_already' | 'changed_meanwhile';
type Answer = { readonly consultationId: string } & (
  | { readonly act: 'approve' }
  | { readonly act: 'refuse'; readonly reason: string | null }
);

async function tellYes(act: Act, row: ConsultationRow): Promise<void> {
  const params = { consultationId: row.id, step: 'approved' };
  await tell(act, row, 'organisation', { kind: NOTICES.time, key: `${row.id}:approved`, params });
  await retellConsultation(act, row);
}

async function tellNo(act: Act, row: ConsultationRow): Promise<void> {
  await tellBoth(act, row, { kind: NOTICES.ended, key: row.id, params: { consultationId: row.id } });
  await retellConsultation(act, row);
  await serveQueue(act, row.expertId);
}

/**
 * The expert says yes or no to a request, with one click. Refuses everybody else, and a request that was answered, called
 * off or has run out.
 */
export const answerRequest = (
  deps: Deps,
  actor: Actor,
  now: Date,
  answer: Answer,
): Promise<Outcome<ConsultationRow, AnswerRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const { consultationId: id } = answer;
    const row = await consultationById(tx, id);
    if (!row || row.expertId !== actor.personId) return refuse('not_allowed');
    const state = next(stateOf(row.state), answer.act);
    if (!state || (row.openUntil !== null && row.openUntil <= now)) return refuse('answered_already');
    const reason = answer.act === 'approve' ? null : answer.reason;
    const ending = answer.act === 'approve' ? { bookedAt: now, openUntil: null } : { endedAt: now, endReason: reason };
    const data = { state, ...ending, version: { increment: 1 } };
    const { count } = await tx.consultation.updateMany({ where: { id, version: row.version }, data });
    if (count === 0) return refuse('changed_meanwhile');
    await note(act, row, false, { act: `consultations.${answer.act}`, from: row.state, to: state, reason });
    await (answer.act === 'approve' ? tellYes(act, row) : tellNo(act, row));
    return ok(row);
  });
