import { type Actor, isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { expertProfile } from '../queries.ts';
import type { TieCategory, TieFinding } from '../rules/index.ts';
import { lockExpert, recordTie } from './ties.ts';

export type TieReviewed = {
  readonly expertId: string;
  readonly organisationId: string;
  /** Null: nobody has looked into it, as before. */
  readonly finding: TieFinding | null;
  /** The kind of tie that was found. */
  readonly category: TieCategory;
  readonly note: string | null;
  /** The cohort for whose plan it was looked into. */
  readonly cohortId: string;
};

const mayReview = (actor: Actor, cohortId: string): boolean => isStaff(actor, cohortId);

/** Ends what is declared, because staff found that there is nothing to it. The record stays. */
async function endDeclared({ deps, tx, actor, now }: Doing, { expertId, organisationId }: TieReviewed): Promise<void> {
  const where = { expertId, organisationId, endedAt: null };
  const ended = await tx.tie.updateMany({ where, data: { endedAt: now } });
  if (ended.count === 0) return;
  const line = { act: 'experts.end_tie', subject: 'person', subjectId: expertId, detail: { organisationId } };
  await record(deps, tx, actor, now, line);
}

/**
 * Writes down what staff found about a pair (four states of a tie: found, declared, none declared, none found), in
 * the transaction at hand; who and when stay with it. A tie that was found is open from then on; one that was
 * declared and is none is ended. The same finding again writes nothing. Refuses others than staff of the cohort.
 */
export async function reviewTie(
  doing: Doing,
  given: TieReviewed,
): Promise<Outcome<'changed' | 'same', 'not_allowed' | 'not_expert'>> {
  const { deps, tx, actor, now } = doing;
  const { expertId, organisationId, finding, category, note, cohortId } = given;
  if (!mayReview(actor, cohortId)) return refuse('not_allowed');
  await lockExpert(tx, expertId);
  const expert = await expertProfile(tx, expertId);
  if (!expert) return refuse('not_expert');
  const before = expert.reviews.find((one) => one.organisationId === organisationId) ?? null;
  const open = expert.ties.find((one) => one.organisationId === organisationId) ?? null;
  const stands = finding === null || (finding === 'tie') === (open !== null);
  if ((before?.finding ?? null) === finding && stands && (before?.note ?? null) === note) return ok('same');
  const pair = { expertId, organisationId };
  if (finding === null) {
    await tx.tieReview.deleteMany({ where: pair });
  } else {
    const found = { finding, note, reviewedBy: actor.personId, reviewedAt: now };
    const create = { id: deps.ids.next(), ...pair, ...found };
    await tx.tieReview.upsert({ where: { expertId_organisationId: pair }, create, update: found });
  }
  await record(deps, tx, actor, now, {
    ...{ act: 'experts.review_tie', subject: 'person', subjectId: expertId, cohortId },
    ...{ from: before?.finding ?? null, to: finding, reason: note, detail: { organisationId } },
  });
  if (finding === 'tie') await recordTie(deps, tx, actor, now, { ...pair, category });
  if (finding === 'no_tie') await endDeclared(doing, given);
  return ok('changed');
}
