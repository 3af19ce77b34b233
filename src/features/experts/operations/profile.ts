import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { isUniqueViolation } from '../../../platform/db/errors.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { cannotHoldRole, grantRole, type Known, knowPerson } from '../../people/public.ts';
import { type Expert, expertProfile } from '../queries.ts';
import { mayEdit, mayName } from '../rules/index.ts';

type ExpertFacts = {
  readonly fields: readonly string[];
  /** Keys of voivodeships; none means the whole country. */
  readonly regions: readonly string[];
  /** ISO 639 codes, at least one. */
  readonly languages: readonly string[];
  /** The most organisations at one time, over all cohorts. */
  readonly maxLoad: number;
  readonly about: string | null;
};

export type SaveRequest = ExpertFacts & {
  readonly slackUserId: string;
  /** Which role to give with it: in a cohort, or in all (null inside). Null: none, an edit. */
  readonly grant: { readonly cohortId: string | null } | null;
  /** The version that was seen; null when there was no profile. */
  readonly version: number | null;
};

type SaveRefusal = 'not_allowed' | 'is_bot' | 'is_deactivated' | 'unknown_person' | 'not_expert' | 'changed_meanwhile';
type Saved = { readonly personId: string; readonly name: string };
type Saving = Outcome<Saved, SaveRefusal>;

type Wish = { readonly request: SaveRequest; readonly person: Known };

/** Why the profile as it stands now cannot be saved this way, or null. */
function hindrance(actor: Actor, request: SaveRequest, existing: Expert | null): SaveRefusal | null {
  if (!request.grant && !existing) return 'not_expert';
  if (!request.grant && existing && !mayEdit(actor, existing)) return 'not_allowed';
  return (existing?.version ?? null) === request.version ? null : 'changed_meanwhile';
}

async function write(deps: Deps, tx: Tx, actor: Actor, now: Date, { request, person }: Wish): Promise<Saving> {
  const { id: personId, name } = person;
  const { grant, fields, regions, languages, maxLoad, about } = request;
  const existing = await expertProfile(tx, personId);
  const hindered = hindrance(actor, request, existing);
  if (hindered) return refuse(hindered);
  const facts = { fields: [...fields], regions: [...regions], languages: [...languages], maxLoad, about };
  if (existing) {
    const where = { personId, version: existing.version };
    const changed = await tx.expertProfile.updateMany({ where, data: { ...facts, version: { increment: 1 } } });
    if (changed.count === 0) return refuse('changed_meanwhile');
  } else {
    await tx.expertProfile.create({ data: { personId, ...facts, createdAt: now, version: 1 } });
  }
  await record(deps, tx, actor, now, {
    act: existing ? 'experts.edit' : 'experts.add',
    subject: 'person',
    subjectId: personId,
    cohortId: grant?.cohortId ?? null,
    detail: { fields: fields.join(','), regions: regions.join(','), languages: languages.join(','), maxLoad },
  });
  if (grant) await grantRole(deps, tx, actor, now, { personId, role: 'expert', cohortId: grant.cohortId });
  return ok({ personId, name });
}

/**
 * Adds an expert (role and profile) or changes a profile (ME-1). Refuses bots, deactivated accounts, people Slack does
 * not know, those who may not, and a profile that changed since it was seen (R4).
 */
export async function saveExpert(deps: Deps, actor: Actor, now: Date, request: SaveRequest): Promise<Saving> {
  if (request.grant && !mayName(actor, request.grant.cohortId)) return refuse('not_allowed');
  const known = await knowPerson(deps, request.slackUserId, now);
  if (!known.ok) return known;
  const unfit = request.grant ? cannotHoldRole(known.value) : null;
  if (unfit) return refuse(unfit);
  try {
    return await inTransaction(deps.db, (tx) => write(deps, tx, actor, now, { request, person: known.value }));
  } catch (error) {
    // Two people added the same expert at the same moment.
    if (!isUniqueViolation(error)) throw error;
    return refuse('changed_meanwhile');
  }
}
