import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { formOf } from '../../programmes/public.ts';
import { type Answers, missingAnswers } from '../input/form.ts';
import { type ApplicationRow, findApplication } from '../queries/entry.ts';
import { judge, mayHandle, type SendingRefusal } from '../rules/entry.ts';
import { can, isCounted, next } from '../rules/machine.ts';
import type { Act } from './act.ts';
import { attachOrganisation, type OrganisationRefusal } from './organisation.ts';
import { lockCall } from './work.ts';

export type SubmitRefusal =
  | 'not_allowed'
  | 'not_a_draft'
  | 'incomplete'
  | 'already_applied'
  | OrganisationRefusal
  | SendingRefusal;

export type Submitted = {
  readonly applicationId: string;
  readonly number: number;
  readonly receivedAt: Date;
  readonly waits: boolean;
};

/**
 * Sends an application. `now` is the moment the server received the submit and decides whether it is in time (T2, T3).
 * A late one stays a draft and is recorded as late (case 3); one sent twice has the first's moment (case 4).
 */
export async function submitApplication(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<Submitted, SubmitRefusal>> {
  try {
    return await inTransaction(deps.db, (tx) => submitIn({ deps, tx, actor, now }, id));
  } catch (error) {
    // Two people of one organisation at once: the database lets one through.
    if (isUniqueViolation(error, 'Application_one_per_call')) return refuse('already_applied');
    // Two applications that first meet the same organisation: the second finds it.
    if (isUniqueViolation(error)) return inTransaction(deps.db, (tx) => submitIn({ deps, tx, actor, now }, id));
    throw error;
  }
}

async function submitIn({ deps, tx, actor, now }: Act, id: string): Promise<Outcome<Submitted, SubmitRefusal>> {
  const seen = await tx.application.findUnique({ where: { id }, select: { callId: true } });
  if (!seen) return refuse('not_allowed');
  await lockCall(tx, seen.callId);
  await tx.$queryRaw`SELECT id FROM "Application" WHERE id = ${id}::uuid FOR UPDATE`;
  const application = await findApplication(tx, id);
  if (!application || !mayHandle(actor, application)) return refuse('not_allowed');
  const already = sentBefore(application);
  if (already) return ok(already);
  if (!can(application.state, 'submit')) return refuse('not_a_draft');
  if (
    missingAnswers(formOf(application.call.cohort, application.call.stage), application.answers as Answers).length > 0
  ) {
    return refuse('incomplete');
  }
  const verdict = judge({ ...application, now });
  if (verdict.ok) return accept({ deps, tx, actor, now }, application, verdict.value);
  if (verdict.reason === 'late') await recordLate({ deps, tx, actor, now }, application);
  return verdict;
}

/** A submit delivered or pressed twice finds what the first one did (R3). */
function sentBefore(application: ApplicationRow): Submitted | null {
  const { id, number, receivedAt, state } = application;
  const stands = isCounted(state) || state === 'awaiting_confirmation';
  if (!stands || number === null || !receivedAt) return null;
  return { applicationId: id, number, receivedAt, waits: state === 'awaiting_confirmation' };
}

async function writeSubmission(
  { deps, tx, actor }: Act,
  application: ApplicationRow,
  moments: { readonly receivedAt: Date; readonly enteredAt: Date; readonly late: boolean },
): Promise<number> {
  const sequence = (await tx.submission.count({ where: { applicationId: application.id } })) + 1;
  const { id: applicationId, answers } = application;
  const data = { id: deps.ids.next(), applicationId, sequence, answers: answers as object, personId: actor.personId };
  await tx.submission.create({ data: { ...data, ...moments } });
  return sequence;
}

async function recordLate(act: Act, application: ApplicationRow): Promise<void> {
  const { deps, tx, actor, now } = act;
  const receivedAt = application.receiptAt ?? now;
  await writeSubmission(act, application, { receivedAt, enteredAt: now, late: true });
  await record(deps, tx, actor, now, {
    act: 'applications.miss',
    subject: 'application',
    subjectId: application.id,
    cohortId: application.cohortId,
    from: application.state,
    to: next(application.state, 'miss'),
  });
}

type Accepted = { readonly act: 'submit' | 'hold'; readonly received: Date };

async function accept(
  doing: Act,
  application: ApplicationRow,
  { act, received }: Accepted,
): Promise<Outcome<Submitted, SubmitRefusal>> {
  const { deps, tx, actor, now } = doing;
  const { id, call, cohortId, state } = application;
  const attached = await attachOrganisation(doing, application);
  if (!attached.ok) return attached;
  const organisationId = attached.value;
  const standing = { callId: call.id, organisationId, id: { not: id }, state: { notIn: ['draft', 'withdrawn'] } };
  if ((await tx.application.count({ where: standing })) > 0) return refuse('already_applied');
  const number = application.number ?? call.nextNumber;
  if (application.number === null)
    await tx.call.update({ where: { id: call.id }, data: { nextNumber: { increment: 1 } } });
  const to = next(state, act) ?? state;
  const moments = { receivedAt: received, enteredAt: now };
  const lateReason = act === 'hold' ? application.lateReason : null;
  await tx.application.update({
    where: { id },
    // A reason for lateness belongs to what is entered late, and only to that (APP-10).
    data: { state: to, organisationId, number, ...moments, lateReason, updatedAt: now, version: { increment: 1 } },
  });
  const sequence = await writeSubmission(doing, application, { ...moments, late: false });
  const onBehalfOf = application.onBehalf ? application.organisationName : null;
  await record(deps, tx, actor, now, {
    act: `applications.${act}`,
    subject: 'application',
    subjectId: id,
    cohortId,
    from: state,
    to,
    onBehalfOf,
    reason: lateReason,
    detail: { number, sequence },
  });
  await announce(doing, { application, act, sequence });
  return ok({ applicationId: id, number, receivedAt: received, waits: act === 'hold' });
}

type Announced = { readonly application: ApplicationRow; readonly act: 'submit' | 'hold'; readonly sequence: number };

/** Staff are told, and the person who sent it gets the proof (APP-4). */
async function announce({ deps, tx, now: at }: Act, { application, act, sequence }: Announced): Promise<void> {
  const { id, cohortId, editorId, onBehalf } = application;
  const params = { applicationId: id, sequence };
  const kind = act === 'hold' ? 'applications.awaiting' : 'applications.submitted';
  await notify(deps, tx, { kind, params, to: { staffOf: cohortId }, key: `${kind}:${id}:${sequence}`, at, cohortId });
  if (onBehalf) return;
  const proof = {
    kind: 'applications.proof',
    params,
    to: { person: editorId },
    key: `applications.proof:${id}:${sequence}`,
  };
  await notify(deps, tx, { ...proof, at, cohortId });
}
