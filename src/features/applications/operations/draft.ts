import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { FormValues } from '../../../platform/slack/form.ts';
import { record } from '../../journal/public.ts';
import { type CallOfCohort, callPhase } from '../../programmes/public.ts';
import type { Answers } from '../input/form.ts';
import { type ApplicationRow, findApplication, findDraft } from '../queries/entry.ts';
import { mayHandle } from '../rules/entry.ts';
import { can } from '../rules/machine.ts';

export type Started = { readonly application: ApplicationRow; readonly resumed: boolean };

/** What an application on behalf begins with: when and how it arrived (APP-10). */
export type Receipt = {
  readonly receiptAt: Date;
  readonly receiptWay: string;
  readonly evidence: string;
  readonly lateReason: string | null;
};

async function create(
  deps: Deps,
  actor: Actor,
  now: Date,
  call: CallOfCohort,
  receipt: Receipt | null,
): Promise<string> {
  const id = deps.ids.next();
  await inTransaction(deps.db, async (tx) => {
    await tx.application.create({
      data: {
        id,
        callId: call.id,
        cohortId: call.cohortId,
        editorId: actor.personId,
        state: 'draft',
        step: 0,
        answers: {},
        onBehalf: receipt !== null,
        ...receipt,
        createdAt: now,
        updatedAt: now,
        version: 1,
      },
    });
    const line = {
      act: 'applications.save',
      subject: 'application',
      subjectId: id,
      cohortId: call.cohortId,
      to: 'draft',
    };
    await record(deps, tx, actor, now, { ...line, detail: { onBehalf: receipt !== null } });
  });
  return id;
}

/** The person's draft in a call: the one begun before, or a new one (APP-2). Refuses a call that is not open. */
export async function startDraft(
  deps: Deps,
  actor: Actor,
  now: Date,
  call: CallOfCohort,
): Promise<Outcome<Started, 'not_open'>> {
  const begun = await findDraft(deps.db, call.id, actor.personId);
  if (begun) return ok({ application: begun, resumed: true });
  if (callPhase(call, now) !== 'open') return refuse('not_open');
  try {
    const id = await create(deps, actor, now, call, null);
    return ok({ application: await existing(deps, id), resumed: false });
  } catch (error) {
    // Two clicks at once: the second finds the first's draft.
    if (!isUniqueViolation(error)) throw error;
    const first = await findDraft(deps.db, call.id, actor.personId);
    if (!first) throw error;
    return ok({ application: first, resumed: true });
  }
}

/** A draft that staff fill for an organisation outside Slack (APP-10). */
export async function startOnBehalf(
  deps: Deps,
  actor: Actor,
  now: Date,
  call: CallOfCohort,
  receipt: Receipt,
): Promise<ApplicationRow> {
  return existing(deps, await create(deps, actor, now, call, receipt));
}

async function existing(deps: Deps, id: string): Promise<ApplicationRow> {
  const found = await findApplication(deps.db, id);
  if (!found) throw new Error('An application just written is not found');
  return found;
}

export type DraftRefusal = 'not_allowed' | 'not_a_draft';
export type SavedStep = { readonly id: string; readonly step: number; readonly answers: Answers };

/** Keeps the checked answers of a step; the last complete step wins (APP-2). */
export async function saveStep(
  deps: Deps,
  actor: Actor,
  now: Date,
  saved: SavedStep,
): Promise<Outcome<ApplicationRow, DraftRefusal>> {
  const at = { deps, actor, now, step: saved.step };
  return changeDraft(at, saved.id, (application) => ({
    answers: { ...(application.answers as object), ...saved.answers } as object,
    step: Math.max(application.step, saved.step),
    unfinished: {},
    updatedAt: now,
    ...(typeof saved.answers['organisation_name'] === 'string'
      ? { organisationName: saved.answers['organisation_name'] }
      : {}),
  }));
}

/** Keeps what was typed and not checked, so that going back loses nothing. */
export async function keepUnfinished(
  deps: Deps,
  actor: Actor,
  now: Date,
  typed: { readonly id: string; readonly values: FormValues },
): Promise<Outcome<ApplicationRow, DraftRefusal>> {
  return changeDraft({ deps, actor, now, step: null }, typed.id, (application) => ({
    unfinished: { ...(application.unfinished as object | null), ...typed.values } as object,
    updatedAt: now,
  }));
}

type Change = {
  readonly answers?: object;
  readonly unfinished?: object;
  readonly step?: number;
  readonly organisationName?: string;
  readonly updatedAt: Date;
};

type Changing = { readonly deps: Deps; readonly actor: Actor; readonly now: Date; readonly step: number | null };

async function changeDraft(
  { deps, actor, now, step }: Changing,
  id: string,
  change: (application: ApplicationRow) => Change,
): Promise<Outcome<ApplicationRow, DraftRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Application" WHERE id = ${id}::uuid FOR UPDATE`;
    const application = await findApplication(tx, id);
    if (!application || !mayHandle(actor, application)) return refuse('not_allowed');
    if (!can(application.state, 'save')) return refuse('not_a_draft');
    await tx.application.update({ where: { id }, data: { ...change(application), version: { increment: 1 } } });
    const { cohortId } = application;
    const line = {
      act: 'applications.save',
      subject: 'application',
      subjectId: id,
      cohortId,
      from: 'draft',
      to: 'draft',
    };
    // What is typed and not checked yet is no act of its own.
    if (step !== null) await record(deps, tx, actor, now, { ...line, detail: { step } });
    const changed = await findApplication(tx, id);
    return changed ? ok(changed) : refuse('not_allowed');
  });
}
