import { isStaff } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Doing } from '../../../platform/feature.ts';
import { record } from '../../journal/public.ts';
import { expertProfile } from '../queries.ts';
import { MOST_ORGANISATIONS } from '../rules/index.ts';
import { lockExpert } from './ties.ts';

export type RaisedLimit = { readonly expertId: string; readonly cohortId: string; readonly maxLoad: number };

/**
 * Staff agreed with an expert on more organisations: the limit becomes `maxLoad`, in the transaction at hand. One that
 * is as high already stays. Refuses others than staff of the cohort, and what no profile can say.
 */
export async function raiseLimit(
  { deps, tx, actor, now }: Doing,
  { expertId, cohortId, maxLoad }: RaisedLimit,
): Promise<Outcome<'changed' | 'same', 'not_allowed' | 'not_expert' | 'too_many'>> {
  if (!isStaff(actor, cohortId)) return refuse('not_allowed');
  await lockExpert(tx, expertId);
  const expert = await expertProfile(tx, expertId);
  if (!expert) return refuse('not_expert');
  if (expert.maxLoad >= maxLoad) return ok('same');
  if (maxLoad > MOST_ORGANISATIONS) return refuse('too_many');
  await tx.expertProfile.update({ where: { personId: expertId }, data: { maxLoad, version: { increment: 1 } } });
  await record(deps, tx, actor, now, {
    ...{ act: 'experts.raise_limit', subject: 'person', subjectId: expertId, cohortId },
    ...{ from: String(expert.maxLoad), to: String(maxLoad) },
  });
  return ok('changed');
}
