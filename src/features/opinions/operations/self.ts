import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { Prisma } from '../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../platform/feature.ts';
import { NOTICES, type Seen } from '../ids.ts';
import type { SelfForm } from '../input.ts';
import { type OpinionRow, principlesOf, selfOf, standingOf } from '../queries/index.ts';
import { knownRatings, type SelfContent, sideOf, writerOf } from '../rules/index.ts';
import { conclude, lockOpinion, tell } from './act.ts';

export type SelfRefusal = 'not_yours' | 'not_due' | 'self_sent' | 'self_changed';

type Given = SelfForm & { readonly channelId: string | null };

function refusalOf(row: OpinionRow, { version }: Seen): SelfRefusal | null {
  if (row.state === 'not_due') return 'not_due';
  if (selfOf(row)) return 'self_sent';
  return (row.selfEvaluation?.version ?? 0) === version ? null : 'self_changed';
}

/**
 * The action that it was about turns out to be moved: what was sent is the organisation's draft again, to be sent once
 * when the action is over. The database lets a sent one change only like this.
 */
export async function reopenSelf({ tx }: Pick<Doing, 'tx'>, row: OpinionRow): Promise<void> {
  const draft = selfOf(row);
  if (!draft) return;
  const unsent = { content: Prisma.DbNull, sentAt: null, sentBy: null, version: { increment: 1 } };
  await tx.selfEvaluation.update({ where: { opinionId: row.id }, data: { draft: { ...draft }, ...unsent } });
}

/** The writer of the opinion and staff hear that it was sent. */
async function tellSent(doing: Doing, row: OpinionRow): Promise<void> {
  const writer = writerOf(standingOf(row));
  const to = [{ staffOf: row.cohortId }, ...(writer ? [{ person: writer }] : [])];
  const params = { version: (row.selfEvaluation?.version ?? 0) + 1 };
  const said = to.map((one) => ({ kind: NOTICES.self, params, to: one }));
  await tell(doing, row, said);
}

/**
 * The organisation keeps its self-evaluation as a draft of all its people, or sends it, once (OR-8). It is kept with the
 * opinion, and staff and the expert see it. `seen.version` is that of the draft when the form opened; 0: there was none.
 */
export const evaluateSelf = (
  deps: Deps,
  actor: Actor,
  now: Date,
  seen: Seen,
  { channelId, send, ...form }: Given,
): Promise<Outcome<{ readonly isSent: boolean }, SelfRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const doing = { deps, tx, actor, now };
    const row = await lockOpinion(doing, seen.opinionId);
    if (!row || sideOf(actor, standingOf(row), channelId) !== 'organisation') return refuse('not_yours');
    const refusal = refusalOf(row, seen);
    if (refusal) return refuse(refusal);
    const { smooth, care, plans } = form;
    const ratings = knownRatings(form.ratings, principlesOf(row));
    const content: SelfContent = { smooth, care, plans: [...plans], ratings };
    const isSent = send === 'now';
    const sent = { content: { ...content }, sentAt: now, sentBy: actor.personId, draft: Prisma.DbNull };
    const data = isSent ? sent : { draft: { ...content } };
    const opinionId = row.id;
    await tx.selfEvaluation.upsert({
      where: { opinionId },
      create: { opinionId, ...data, version: 1 },
      update: { ...data, version: { increment: 1 } },
    });
    await conclude(doing, row, { act: isSent ? 'send_self_evaluation' : 'save_self_evaluation' });
    if (isSent) await tellSent(doing, row);
    return ok({ isSent });
  });
