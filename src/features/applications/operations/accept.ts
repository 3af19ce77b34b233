import { type Outcome, ok } from '../../../core/outcome.ts';
import { record } from '../../journal/public.ts';
import { notify } from '../../notices/public.ts';
import type { ApplicationRow } from '../queries/entry.ts';
import { next } from '../rules/machine.ts';
import type { Act } from './act.ts';
import { type OrganisationRefusal, organisationFor } from './organisation.ts';
import { attachRepresentatives } from './representatives.ts';

/** A submit that was judged: what it is, and which moment counts for it (T3, APP-10). */
export type Judged = { readonly act: 'submit' | 'hold' | 'miss'; readonly received: Date };

/** Writes a submit that counts, or will when a second person confirms it: organisation, number, proof, journal, notices. */
export async function accept(
  doing: Act,
  application: ApplicationRow,
  judged: Judged & { readonly act: 'submit' | 'hold' },
): Promise<Outcome<true, OrganisationRefusal>> {
  const { tx, now } = doing;
  const { id, call, state } = application;
  const found = await organisationFor(doing, application);
  if (!found.ok) return found;
  const organisation = found.value;
  const to = next(state, judged.act);
  if (!to) throw new Error(`No ${judged.act} from ${state}`);
  const number = application.number ?? (await takeNumber(doing, call.id));
  await tx.application.update({
    where: { id },
    data: {
      ...{ state: to, organisationId: organisation.id, organisationName: organisation.name, number, unfinished: {} },
      ...{ receivedAt: judged.received, enteredAt: now, updatedAt: now, version: { increment: 1 } },
      // A reason for lateness belongs to what is entered late, and only to that (APP-10).
      ...{ lateReason: judged.act === 'hold' ? application.lateReason : null, confirmedBy: null },
    },
  });
  const sequence = await keepSubmission(doing, application, judged);
  const representatives = await attachRepresentatives(doing, application, organisation);
  await writeDown(doing, application, { ...judged, to, sequence, number });
  await announce(doing, application, { act: judged.act, sequence, representatives });
  return ok(true);
}

/** The next number of the call; the caller holds the call's lock. */
async function takeNumber({ tx }: Act, callId: string): Promise<number> {
  const call = await tx.call.update({ where: { id: callId }, data: { nextNumber: { increment: 1 } } });
  return call.nextNumber - 1;
}

/** Keeps what was sent as proof, also when it came too late (APP-4, APP-5). Returns its sequence. */
async function keepSubmission(
  { deps, tx, actor, now }: Act,
  application: ApplicationRow,
  judged: Judged,
): Promise<number> {
  const sequence = (application.submissions[0]?.sequence ?? 0) + 1;
  const { id: applicationId, answers } = application;
  const data = { id: deps.ids.next(), applicationId, sequence, answers: answers as object, personId: actor.personId };
  const moments = { receivedAt: judged.received, enteredAt: now, late: judged.act === 'miss' };
  await tx.submission.create({ data: { ...data, ...moments } });
  return sequence;
}

type Written = Judged & { readonly to: string; readonly sequence: number; readonly number: number | null };

async function writeDown({ deps, tx, actor, now }: Act, application: ApplicationRow, written: Written): Promise<void> {
  const { act, received, to, sequence, number } = written;
  await record(deps, tx, actor, now, {
    act: `applications.${act}`,
    subject: 'application',
    subjectId: application.id,
    cohortId: application.cohortId,
    from: application.state,
    to,
    reason: act === 'hold' ? application.lateReason : null,
    onBehalfOf: application.onBehalf ? application.organisationName : null,
    detail: { number, sequence, receivedAt: received.toISOString() },
  });
}

type Told = { readonly act: 'submit' | 'hold'; readonly sequence: number; readonly representatives: string };

/** Staff are told, and the person who sent it gets the proof (APP-4). */
async function announce({ deps, tx, actor, now: at }: Act, application: ApplicationRow, told: Told): Promise<void> {
  const { id, cohortId, onBehalf } = application;
  const { act, sequence, representatives } = told;
  const kind = act === 'hold' ? 'applications.awaiting' : 'applications.submitted';
  const key = `${kind}:${id}:${sequence}`;
  const params = { applicationId: id, sequence };
  await notify(deps, tx, {
    kind,
    params: { ...params, representatives },
    to: { staffOf: cohortId },
    key,
    at,
    cohortId,
  });
  if (onBehalf) return;
  const proof = { kind: 'applications.proof', params, to: { person: actor.personId }, at, cohortId };
  await notify(deps, tx, { ...proof, key: `applications.proof:${id}:${sequence}` });
}

/** A submit after the closing moment: kept with its moment, and the draft stays a draft (case 3). Staff are told once. */
export async function recordMiss(
  doing: Act,
  application: ApplicationRow,
  judged: Judged & { readonly act: 'miss' },
): Promise<void> {
  const { deps, tx, now: at } = doing;
  const { id, cohortId, state, number } = application;
  const sequence = await keepSubmission(doing, application, judged);
  await tx.application.update({ where: { id }, data: { updatedAt: at, version: { increment: 1 } } });
  await writeDown(doing, application, { ...judged, to: next(state, 'miss') ?? state, sequence, number });
  await notify(deps, tx, {
    kind: 'applications.late',
    params: { applicationId: id, sequence },
    to: { staffOf: cohortId },
    key: `applications.late:${id}`,
    at,
    cohortId,
  });
}
