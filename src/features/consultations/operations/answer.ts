import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { NOTICES } from '../ids.ts';
import { type ConsultationRow, consultationById } from '../queries/index.ts';
import { next, stateOf } from '../rules/index.ts';
import { note, retellConsultation, tell, tellBoth } from './act.ts';
import { serveQueue } from './serve.ts';

export type AnswerRefusal = 'not_allowed' | 'answered_already' | 'changed_meanwhile';
type Answer = { readonly consultationId: string } & (
  | { readonly act: 'approve' }
  | { readonly act: 'refuse'; readonly reason: string | null }
);

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
    const { consultationId: id } = answer;
    const row = await consultationById(tx, id);
    if (!row || row.expertId !== actor.personId) return refuse('not_allowed');
    const state = next(stateOf(row.state), answer.act);
    if (!state || (row.openUntil !== null && row.openUntil <= now)) return refuse('answered_already');
    const isYes = answer.act === 'approve';
    const reason = isYes ? null : answer.reason;
    const ending = isYes ? { bookedAt: now, openUntil: null } : { endedAt: now, endReason: reason };
    const data = { state, ...ending, version: { increment: 1 } };
    const { count } = await tx.consultation.updateMany({ where: { id, version: row.version }, data });
    if (count === 0) return refuse('changed_meanwhile');
    const act = { deps, tx, doer: actor, now };
    await note(act, row, false, { act: `consultations.${answer.act}`, from: row.state, to: state, reason });
    if (isYes) {
      const said = { kind: NOTICES.time, key: `${id}:approved`, params: { consultationId: id, step: 'approved' } };
      await tell(act, row, 'organisation', said);
    } else {
      await tellBoth(act, row, { kind: NOTICES.ended, key: id, params: { consultationId: id } });
      await serveQueue(act, row.expertId);
    }
    await retellConsultation(act, row);
    return ok(row);
  });
