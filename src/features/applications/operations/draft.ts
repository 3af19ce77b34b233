import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import type { FormValues } from '../../../platform/slack/form.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import { type CallOfCohort, callPhase, formOf } from '../../programmes/public.ts';
import { type Answers, typedFields } from '../input/form.ts';
import { type ApplicationRow, findApplication, findDraft } from '../queries/entry.ts';
import { judge, mayHandle, type SendingRefusal } from '../rules/entry.ts';
import { can } from '../rules/machine.ts';
import type { Act } from './act.ts';

export type Started = { readonly application: ApplicationRow; readonly resumed: boolean };

/** What an application on behalf begins with: when and how it arrived (APP-10). */
export type Receipt = {
  readonly receiptAt: Date;
  readonly receiptWay: string;
  readonly evidence: string;
  readonly lateReason: string | null;
};

type Beginning = { readonly id: string; readonly call: CallOfCohort; readonly receipt: Receipt | null };

async function create(deps: Deps, actor: Actor, now: Date, { id, call, receipt }: Beginning): Promise<string> {
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
  if (callPhase(call, now) !== 'open') return refuse('not_open');
  const begun = await findDraft(deps.db, call, actor);
  if (begun) return ok({ application: begun, resumed: true });
  try {
    const id = await create(deps, actor, now, { id: deps.ids.next(), call, receipt: null });
    return ok({ application: await existing(deps, id), resumed: false });
  } catch (error) {
    // Two clicks at once: the second finds the first's draft.
    if (!isUniqueViolation(error)) throw error;
    const first = await findDraft(deps.db, call, actor);
    if (!first) throw error;
    return ok({ application: first, resumed: true });
  }
}

/**
 * A draft that staff fill for an organisation outside Slack (APP-10). Its id is made when the form opens, so that a
 * repeated delivery finds the first's draft (R3). Refuses what `judge` refuses: a receipt that is late, early or to come.
 */
export async function startOnBehalf(
  deps: Deps,
  actor: Actor,
  now: Date,
  begin: Beginning & { readonly receipt: Receipt },
): Promise<Outcome<ApplicationRow, SendingRefusal | 'not_allowed'>> {
  const { id, call, receipt } = begin;
  if (!isStaff(actor, call.cohortId)) return refuse('not_allowed');
  const verdict = judge({ ...receipt, call, now, onBehalf: true });
  if (!verdict.ok) return verdict;
  const known = await findApplication(deps.db, id);
  if (known) return mayHandle(actor, known) ? ok(known) : refuse('not_allowed');
  try {
    return ok(await existing(deps, await create(deps, actor, now, begin)));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return ok(await existing(deps, id));
  }
}

async function existing(deps: Deps, id: string): Promise<ApplicationRow> {
  const found = await findApplication(deps.db, id);
  if (!found) throw new Error('An application just written is not found');
  return found;
}

export type DraftRefusal = 'not_allowed' | 'not_a_draft';
export type SavedStep = {
  readonly id: string;
  readonly step: number;
  readonly answers: Answers;
  /** The version of the draft that was on the screen. */
  readonly version: number;
};

/** `shared`: somebody else wrote in the draft since; both are told, and the last complete step wins (APP-2). */
export type Saved = { readonly application: ApplicationRow; readonly shared: boolean };

/** Keeps the checked answers of a step; the last complete step wins (APP-2). */
export async function saveStep(
  deps: Deps,
  actor: Actor,
  now: Date,
  saved: SavedStep,
): Promise<Outcome<Saved, DraftRefusal>> {
  const { step, version } = saved;
  let shared = false;
  const onShared = async (tx: Tx, draft: ApplicationRow): Promise<void> => {
    shared = draft.version !== version && (await tellOtherEditor({ deps, tx, actor, now }, draft));
  };
  const changed = await changeDraft({ deps, actor, now, step, before: onShared }, saved.id, (application) => ({
    answers: { ...(application.answers as object), ...saved.answers } as object,
    step: Math.max(application.step, saved.step),
    unfinished: without(application.unfinished, Object.keys(saved.answers)),
    updatedAt: now,
    ...(typeof saved.answers['organisation_name'] === 'string'
      ? { organisationName: saved.answers['organisation_name'] }
      : {}),
  }));
  return changed.ok ? ok({ application: changed.value, shared }) : changed;
}

/** Whoever saved the draft before hears that somebody went on with it. True when it was somebody else. */
async function tellOtherEditor({ deps, tx, actor, now }: Act, draft: ApplicationRow): Promise<boolean> {
  const last = await tx.journalEntry.findFirst({
    where: { subject: 'application', subjectId: draft.id, act: 'applications.save' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  if (!last?.personId || last.personId === actor.personId) return false;
  await notify(deps, tx, {
    kind: 'applications.edited',
    params: { applicationId: draft.id, by: actor.personId },
    to: { person: last.personId },
    key: `applications.edited:${draft.id}:${draft.version}`,
    at: now,
    cohortId: draft.cohortId,
  });
  return true;
}

/** What other steps still have to check stays. */
const without = (unfinished: unknown, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries((unfinished ?? {}) as object).filter(([key]) => !keys.includes(key)));

const formFor = ({ call }: ApplicationRow) => formOf(call.cohort, call.stage);

/** Keeps what was typed and not checked, so that going back loses nothing. */
export async function keepUnfinished(
  deps: Deps,
  actor: Actor,
  now: Date,
  typed: { readonly id: string; readonly values: FormValues },
): Promise<Outcome<ApplicationRow, DraftRefusal>> {
  return changeDraft({ deps, actor, now, step: null }, typed.id, (application) => ({
    unfinished: {
      ...(application.unfinished as object | null),
      ...typedFields(formFor(application), typed.values),
    } as object,
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

type Changing = {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly now: Date;
  readonly step: number | null;
  readonly before?: (tx: Tx, draft: ApplicationRow) => Promise<void>;
};

async function changeDraft(
  { deps, actor, now, step, before }: Changing,
  id: string,
  change: (application: ApplicationRow) => Change,
): Promise<Outcome<ApplicationRow, DraftRefusal>> {
  return inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Application" WHERE id = ${id}::uuid FOR UPDATE`;
    const application = await findApplication(tx, id);
    if (!application || !mayHandle(actor, application)) return refuse('not_allowed');
    if (!can(application.state, 'save')) return refuse('not_a_draft');
    await before?.(tx, application);
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
