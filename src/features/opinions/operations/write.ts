import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/feature.ts';
import { actionById, lockAction } from '../../actions/public.ts';
import { NOTICES, type Seen } from '../ids.ts';
import type { OpinionForm } from '../input.ts';
import { isTied, type OpinionRow, opinionById, principlesOf, standingOf } from '../queries/index.ts';
import { hasObserved, isLate, knownRatings, mayWrite, nextOf, type OpinionContent, stateOf } from '../rules/index.ts';
import { conclude, lockOpinion, tell } from './act.ts';

export type WriteRefusal = 'not_allowed' | 'tied' | 'changed_kept' | 'not_observed' | 'reason_missing';

async function refusalOf({ tx, actor }: Doing, row: OpinionRow, seen: Seen, form: OpinionForm) {
  if (await isTied(tx, actor.personId, row.participation.organisationId)) return refuse('tied');
  if (form.send === 'later') return null;
  if (row.version !== seen.version || !nextOf(stateOf(row.state), 'send')) return refuse('changed_kept');
  if (form.evidence === 'observed') {
    const dates = row.scope === 'action' ? ((await actionById(tx, row.actionId))?.dates ?? []) : [];
    if (!hasObserved(actor.personId, dates)) return refuse('not_observed');
  }
  return row.number > 0 && form.reason === '' ? refuse('reason_missing') : null;
}

/** The draft is its writer's alone: nothing changes but that there is one, so forms that are open stay good. */
async function keep(doing: Doing, row: OpinionRow, { send: _send, ...content }: OpinionForm): Promise<void> {
  const { tx, actor, now } = doing;
  const [opinionId, personId] = [row.id, actor.personId];
  const data = { content: { ...content }, savedAt: now };
  const where = { opinionId_personId: { opinionId, personId } };
  await tx.opinionDraft.upsert({ where, create: { opinionId, personId, ...data }, update: data });
  const state = nextOf(stateOf(row.state), 'save') ?? row.state;
  if (state === row.state) return;
  await tx.opinion.update({ where: { id: row.id }, data: { state } });
  await conclude(doing, row, { act: 'save', to: state });
}

async function send(doing: Doing, row: OpinionRow, form: OpinionForm): Promise<void> {
  const { tx, actor, now } = doing;
  const { smooth, care, evidence, recommendations } = form;
  const ratings = knownRatings(form.ratings, principlesOf(row));
  const content: OpinionContent = { smooth, care, evidence, ratings, recommendations: [...recommendations] };
  const state = nextOf(stateOf(row.state), 'send') ?? 'sent';
  const late = row.isLate || (row.sentAt === null && isLate(now, row.dueAt));
  const written = { content: { ...content }, sentAt: now, writerId: actor.personId, remarks: null, isLate: late };
  const reason = row.number > 0 ? form.reason : null;
  await tx.opinion.update({ where: { id: row.id }, data: { state, ...written, reason, version: { increment: 1 } } });
  await tx.opinionDraft.deleteMany({ where: { opinionId: row.id, personId: actor.personId } });
  await conclude(doing, row, { act: 'send', to: state, reason, detail: { evidence, late } });
  await tell(doing, row, [
    {
      kind: NOTICES.sent,
      params: { sending: row.version + 1, isAgain: row.number > 0 },
      to: { staffOf: row.cohortId },
    },
  ]);
}

/**
 * Keeps the opinion as a draft, or sends it to staff (ME-8). For whoever writes it and has no tie to the organisation
 * (invariant 4); observed only where the attendance says so; a further version of a released one needs its reason.
 * `seen.version` is that of the opinion when the form opened: what was meant to be sent after a change is kept as a draft.
 */
export const writeOpinion = (
  deps: Deps,
  actor: Actor,
  now: Date,
  seen: Seen,
  form: OpinionForm,
): Promise<Outcome<{ readonly isSent: boolean }, WriteRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const known = await opinionById(tx, seen.opinionId);
    // Whoever corrects how the action went holds it first as well: one of both comes after the other.
    if (known) await lockAction(doing, known.actionId);
    const row = known && (await lockOpinion(doing, known.id));
    if (!row || !mayWrite(actor.personId, standingOf(row))) return refuse('not_allowed');
    const refusal = await refusalOf(doing, row, seen, form);
    if (refusal?.reason === 'changed_kept') await keep(doing, row, form);
    if (refusal) return refusal;
    const isSent = form.send === 'now';
    await (isSent ? send(doing, row, form) : keep(doing, row, form));
    return ok({ isSent });
  });
