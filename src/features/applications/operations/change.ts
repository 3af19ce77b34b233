import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { type ApplicationRow, findApplication } from '../queries/entry.ts';
import { type ChangeRefusal, type ConfirmRefusal, mayConfirm, mayPullBack, mayWithdraw } from '../rules/entry.ts';
import { type ApplicationAct, next } from '../rules/machine.ts';
import type { Act } from './act.ts';
import { leaveList } from './work.ts';

type Move = {
  readonly act: ApplicationAct;
  readonly name: string;
  readonly reason?: string | null;
  readonly confirmedBy?: string;
};

/** Moves an application one step of the machine, with its line in the journal. */
async function move({ deps, tx, actor, now }: Act, application: ApplicationRow, move: Move): Promise<void> {
  const to = next(application.state, move.act);
  if (!to) throw new Error(`No way ${move.act} from ${application.state}`);
  const { id, cohortId, state } = application;
  const confirmed = move.confirmedBy ? { confirmedBy: move.confirmedBy } : {};
  await tx.application.update({
    where: { id },
    data: { state: to, updatedAt: now, ...confirmed, version: { increment: 1 } },
  });
  await record(deps, tx, actor, now, {
    act: move.name,
    subject: 'application',
    subjectId: id,
    cohortId,
    from: state,
    to,
    reason: move.reason ?? null,
  });
}

async function locked(tx: Tx, id: string): Promise<ApplicationRow | null> {
  await tx.$queryRaw`SELECT id FROM "Application" WHERE id = ${id}::uuid FOR UPDATE`;
  return findApplication(tx, id);
}

/** Takes a sent application back to be changed and sent again while the call is open; what was sent stays in the log (APP-5). */
export async function pullBack(
  deps: Deps,
  actor: Actor,
  now: Date,
  id: string,
): Promise<Outcome<ApplicationRow, ChangeRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const application = await locked(tx, id);
    if (!application) return refuse('not_allowed');
    const allowed = mayPullBack(actor, application, application.call, now);
    if (!allowed.ok) return allowed;
    await move({ deps, tx, actor, now }, application, { act: 'pull_back', name: 'applications.pull_back' });
    return ok(application);
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
    const seen = await findApplication(tx, asked.id);
    const first = seen ? mayWithdraw(actor, seen) : refuse('not_allowed');
    if (!first.ok) return first;
    await leaveList(tx, asked.id);
    const application = await locked(tx, asked.id);
    if (!application) return refuse('not_allowed');
    const allowed = mayWithdraw(actor, application);
    if (!allowed.ok) return allowed;
    await move({ deps, tx, actor, now }, application, {
      act: 'withdraw',
      name: 'applications.withdraw',
      reason: asked.reason,
    });
    const { cohortId, number } = application;
    const notice = {
      kind: 'applications.withdrawn',
      params: { applicationId: asked.id },
      key: `applications.withdrawn:${asked.id}`,
    };
    if (number !== null) await notify(deps, tx, { ...notice, to: { staffOf: cohortId }, at: now, cohortId });
    return ok(application);
  });
}

/** A second staff member lets an application count that was entered after closing (APP-10), or sends it back. */
export async function confirmEntered(
  deps: Deps,
  actor: Actor,
  now: Date,
  asked: { readonly id: string; readonly act: 'confirm' | 'decline' },
): Promise<Outcome<ApplicationRow, ConfirmRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    const application = await locked(tx, asked.id);
    if (!application) return refuse('not_allowed');
    const allowed = mayConfirm(actor, application);
    if (!allowed.ok) return allowed;
    const confirmed = asked.act === 'confirm' ? { confirmedBy: actor.personId } : {};
    await move({ deps, tx, actor, now }, application, {
      act: asked.act,
      name: `applications.${asked.act}`,
      ...confirmed,
    });
    return ok(application);
  });
}
