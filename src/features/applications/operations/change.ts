import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { type ApplicationRow, findApplication } from '../queries/entry.ts';
import {
  type ChangeRefusal,
  type ConfirmRefusal,
  isOwn,
  mayConfirm,
  mayPullBack,
  mayWithdraw,
} from '../rules/entry.ts';
import { type ApplicationAct, next } from '../rules/machine.ts';
import type { Act } from './act.ts';
import { lockApplication } from './submit.ts';
import { leaveList } from './work.ts';

type Move = {
  readonly act: Extract<ApplicationAct, 'pull_back' | 'withdraw' | 'confirm' | 'decline'>;
  readonly reason?: string | null;
  readonly data?: { readonly confirmedBy?: string; readonly receivedAt?: null; readonly enteredAt?: null };
};

/** A draft has no moment of receipt: what was sent before stays in the submissions (APP-5). */
const UNSENT = { receivedAt: null, enteredAt: null } as const;

/** Moves an application one step of the machine, with its line in the journal. Gives it back as it is now. */
async function move(act: Act, application: ApplicationRow, move: Move): Promise<ApplicationRow> {
  const { deps, tx, actor, now } = act;
  const to = next(application.state, move.act);
  if (!to) throw new Error(`No way ${move.act} from ${application.state}`);
  const { id, cohortId, state } = application;
  await tx.application.update({
    where: { id },
    data: { ...move.data, state: to, updatedAt: now, version: { increment: 1 } },
  });
  await record(deps, tx, actor, now, {
    act: `applications.${move.act}`,
    subject: 'application',
    subjectId: id,
    cohortId,
    from: state,
    to,
    reason: move.reason ?? null,
    onBehalfOf: isOwn(actor, application) ? null : application.organisationName,
  });
  const written = await findApplication(tx, id);
  if (!written) throw new Error('An application just written is not found');
  return written;
}

/** Staff of the cohort hear that something they may have seen changed; `version` makes each time one notice. */
async function tellStaff({ deps, tx, now: at }: Act, kind: string, application: ApplicationRow): Promise<void> {
  const { id, cohortId, number, version } = application;
  if (number === null) return;
  const params = { applicationId: id };
  await notify(deps, tx, { kind, params, to: { staffOf: cohortId }, key: `${kind}:${id}:${version}`, at, cohortId });
}

/**
 * Takes a sent application back to be changed and sent again while the call is open; its number and what was sent stay
 * (APP-5). Pressed again it changes nothing. Staff may do it on the organisation's behalf.
 */
export async function pullBack(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<ApplicationRow, ChangeRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, actor, now };
    const application = await lockApplication(tx, id);
    if (!application) return refuse('not_allowed');
    if (application.state === 'draft' && isOwn(actor, application)) return ok(application);
    const allowed = mayPullBack(actor, application, application.call, now);
    if (!allowed.ok) return allowed;
    const draft = await move(act, application, { act: 'pull_back', data: UNSENT });
    await tellStaff(act, 'applications.pulled_back', draft);
    return ok(draft);
  });
}

/** Withdraws for good; reserve positions close up, staff are told of one that had been sent (APP-6). */
export async function withdraw(
  deps: Deps,
  actor: Actor,
  now: Date,
  asked: { readonly id: string; readonly reason: string | null },
): Promise<Outcome<ApplicationRow, ChangeRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, actor, now };
    const application = await lockApplication(tx, asked.id);
    if (!application) return refuse('not_allowed');
    if (application.state === 'withdrawn' && isOwn(actor, application)) return ok(application);
    const allowed = mayWithdraw(actor, application);
    if (!allowed.ok) return allowed;
    await leaveList(tx, asked.id);
    const written = await move(act, application, { act: 'withdraw', reason: asked.reason });
    await tellStaff(act, 'applications.withdrawn', written);
    return ok(written);
  });
}

/**
 * A second staff member lets an application count that was entered after closing, or sends it back to a draft (APP-10).
 * Whoever sent it cannot. The person who entered it is told.
 */
export async function confirmEntered(
  deps: Deps,
  actor: Actor,
  now: Date,
  asked: { readonly id: string; readonly act: 'confirm' | 'decline' },
): Promise<Outcome<ApplicationRow, ConfirmRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const application = await lockApplication(tx, asked.id);
    if (!application) return refuse('not_allowed');
    const enteredBy = application.submissions.find((one) => !one.late)?.personId ?? application.editorId;
    const allowed = mayConfirm(actor, application, enteredBy);
    if (!allowed.ok) return allowed;
    const data = asked.act === 'confirm' ? { confirmedBy: actor.personId } : UNSENT;
    const written = await move({ deps, tx, actor, now }, application, { act: asked.act, data });
    const { id, cohortId, version } = written;
    await notify(deps, tx, {
      kind: 'applications.answered',
      params: { applicationId: id, act: asked.act, personId: actor.personId },
      to: { person: enteredBy },
      key: `applications.answered:${id}:${version}`,
      at: now,
      cohortId,
    });
    return ok(written);
  });
}
