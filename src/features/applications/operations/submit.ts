import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { notify } from '../../notices/public.ts';
import { definitionOf, formOf } from '../../programmes/public.ts';
import { type Answers, faultyAnswers } from '../input/form.ts';
import { type ApplicationRow, findApplication } from '../queries/entry.ts';
import { judge, mayHandle, type SendingRefusal } from '../rules/entry.ts';
import { can } from '../rules/machine.ts';
import { accept, recordMiss } from './accept.ts';
import type { Act } from './act.ts';
import type { OrganisationRefusal } from './organisation.ts';
import { lockCall } from './work.ts';

export type SubmitRefusal =
  | 'not_allowed'
  | 'not_a_draft'
  | 'changed_meanwhile'
  | 'incomplete'
  | OrganisationRefusal
  | Exclude<SendingRefusal, 'late'>;

/** The submit of what a person saw: `sequence` tells one submit from the next (R3), `version` what was on the screen (R4). */
export type Submit = { readonly applicationId: string; readonly sequence: number; readonly version: number };

export type Submitted = {
  /** In time, waiting for a second person, or too late. */
  readonly result: 'submit' | 'hold' | 'miss';
  readonly application: ApplicationRow;
  /** The moment of this submit that counts. */
  readonly receivedAt: Date;
};

type Attempt = Outcome<Submitted, SubmitRefusal>;
type Refused = Extract<Attempt, { ok: false }>;

/** Carries a refusal out of its transaction, so that nothing of the attempt stays. */
class RolledBack extends Error {
  readonly outcome: Refused;
  constructor(outcome: Refused) {
    super(outcome.reason);
    this.outcome = outcome;
  }
}

const ATTEMPTS = 3;

/**
 * Sends an application. `now` is the moment the server received the submit and decides whether it is in time (T2, T3).
 * A late one stays a draft and is kept as late (case 3); one delivered twice has the first's moment (case 4).
 *
 * Refuses `already_applied` when the organisation stands in this call, whoever sent it, `identifiers_disagree` when its
 * numbers belong to different organisations, `incomplete` when kept answers do not pass (any more).
 */
export async function submitApplication(deps: Deps, actor: Actor, now: Date, submit: Submit): Promise<Attempt> {
  const outcome = await attempts(deps, actor, now, submit);
  if (!outcome.ok && (outcome.reason === 'already_applied' || outcome.reason === 'identifiers_disagree')) {
    await tellStaff(deps, actor, now, { applicationId: submit.applicationId, reason: outcome.reason });
  }
  return outcome;
}

async function attempts(deps: Deps, actor: Actor, now: Date, submit: Submit): Promise<Attempt> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await inTransaction(deps.db, async (tx) => {
        const outcome = await submitIn({ deps, tx, actor, now }, submit);
        if (!outcome.ok) throw new RolledBack(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome;
      // Two people of one organisation at once: the database lets one through.
      if (isUniqueViolation(error, 'Application_one_per_call')) return refuse('already_applied');
      // Two calls that first meet the same organisation: the second finds it.
      if (left <= 1 || !isUniqueViolation(error)) throw error;
    }
  }
}

async function submitIn(act: Act, submit: Submit): Promise<Attempt> {
  const application = await lockApplication(act.tx, submit.applicationId);
  if (!application || !mayHandle(act.actor, application)) return refuse('not_allowed');
  const received = application.receiptAt ?? act.now;
  const before = deliveredBefore(application, submit.sequence, received);
  if (before) return ok(before);
  if (!can(application.state, 'submit')) return refuse('not_a_draft');
  if (application.version !== submit.version) return refuse('changed_meanwhile');
  return decide(act, application, received);
}

/** Judges the moment and writes what follows from it. */
async function decide(act: Act, application: ApplicationRow, received: Date): Promise<Attempt> {
  const verdict = judge({ ...application, now: act.now });
  if (!verdict.ok && verdict.reason !== 'late') return refuse(verdict.reason);
  const result = verdict.ok ? verdict.value.act : 'miss';
  if (result === 'miss') {
    await recordMiss(act, application, { act: result, received });
  } else {
    if (hasFaults(application)) return refuse('incomplete');
    const accepted = await accept(act, application, { act: result, received });
    if (!accepted.ok) return accepted;
  }
  const written = await findApplication(act.tx, application.id);
  return written ? ok({ result, application: written, receivedAt: received }) : refuse('not_allowed');
}

/** Kept answers are checked again: a ceiling may have been lowered since (M2, case 25). */
function hasFaults({ call, answers }: ApplicationRow): boolean {
  const form = formOf(call.cohort, call.stage);
  return faultyAnswers(definitionOf(call.cohort), form, answers as Answers).length > 0;
}

/** Locks the call and then the application, in the order that everybody keeps; all submits of a call take turns. */
export async function lockApplication(tx: Tx, id: string): Promise<ApplicationRow | null> {
  const seen = await tx.application.findUnique({ where: { id }, select: { callId: true } });
  if (!seen) return null;
  await lockCall(tx, seen.callId);
  await tx.$queryRaw`SELECT id FROM "Application" WHERE id = ${id}::uuid FOR UPDATE`;
  return findApplication(tx, id);
}

/** What the same submit did when it came before (R3, case 4). A late delivery that overtook one in time does not count. */
function deliveredBefore(application: ApplicationRow, sequence: number, received: Date): Submitted | null {
  const before = application.submissions.find((one) => one.sequence === sequence);
  if (!before) return null;
  const overtaken = before.late && received < before.receivedAt && received < application.call.lateFrom;
  if (overtaken && can(application.state, 'submit')) return null;
  const inTime = application.state === 'awaiting_confirmation' ? 'hold' : 'submit';
  return { result: before.late ? 'miss' : inTime, application, receivedAt: before.receivedAt };
}

type Attempted = { readonly applicationId: string; readonly reason: 'already_applied' | 'identifiers_disagree' };

/** Staff hear, once for each draft and reason, that somebody could not send an application and may need help. */
async function tellStaff(deps: Deps, actor: Actor, now: Date, attempted: Attempted): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const application = await findApplication(tx, attempted.applicationId);
    if (!application) return;
    const { applicationId, reason } = attempted;
    await notify(deps, tx, {
      kind: 'applications.attempt',
      params: { applicationId, reason, personId: actor.personId, at: now.toISOString() },
      to: { staffOf: application.cohortId },
      key: `applications.attempt:${applicationId}:${reason}`,
      at: now,
    });
  });
}
