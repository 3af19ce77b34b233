import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import type { Tx } from '../../../platform/db/client.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { record } from '../../journal/public.ts';
import { organisationById } from '../../organisations/public.ts';
import { expertProfile, isTogether } from '../queries.ts';
import { mayDeclare, mayEndTie, type TieCategory } from '../rules/index.ts';

type TieFacts = {
  readonly expertId: string;
  readonly organisationId: string;
  readonly category: TieCategory;
};

/** Holds an expert's row until the transaction ends, so that limits and ties are judged one at a time. */
export async function lockExpert(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "ExpertProfile" WHERE "personId" = ${personId}::uuid FOR UPDATE`;
}

/** Writes a tie, in the transaction of the act that told us of it. False when one is open already. */
export async function recordTie(deps: Deps, tx: Tx, actor: Actor, at: Date, tie: TieFacts): Promise<boolean> {
  await lockExpert(tx, tie.expertId);
  const id = deps.ids.next();
  const data = [{ id, ...tie, declaredBy: actor.personId, declaredAt: at }];
  const written = await tx.tie.createMany({ data, skipDuplicates: true });
  if (written.count === 0) return false;
  await record(deps, tx, actor, at, {
    act: 'experts.declare_tie',
    subject: 'person',
    subjectId: tie.expertId,
    to: tie.category,
    detail: { organisationId: tie.organisationId },
  });
  return true;
}

type TieDeclared = {
  readonly expert: string;
  readonly organisation: string;
  readonly isNew: boolean;
  /** The two work together, or are asked to, at this moment: staff should look at it. */
  readonly together: boolean;
};

/** Declares that an expert is tied to an organisation; from then on the pair is forbidden (invariant 4). */
export async function declareTie(
  deps: Deps,
  actor: Actor,
  now: Date,
  tie: TieFacts,
): Promise<Outcome<TieDeclared, 'not_allowed' | 'not_expert' | 'unknown_organisation'>> {
  if (!mayDeclare(actor, tie.expertId)) return refuse('not_allowed');
  return inTransaction(deps.db, async (tx) => {
    const expert = await expertProfile(tx, tie.expertId);
    if (!expert) return refuse('not_expert');
    const organisation = await organisationById(tx, tie.organisationId);
    if (!organisation) return refuse('unknown_organisation');
    const isNew = await recordTie(deps, tx, actor, now, tie);
    const together = await isTogether(tx, tie.expertId, tie.organisationId);
    return ok({ expert: expert.name, organisation: organisation.name, isNew, together });
  });
}

/** Ends a tie; the record of it stays. Refuses others than staff, and a tie that is ended already. */
export async function endTie(
  deps: Deps,
  actor: Actor,
  now: Date,
  tieId: string,
): Promise<Outcome<{ readonly expertId: string }, 'not_allowed' | 'tie_ended'>> {
  if (!mayEndTie(actor)) return refuse('not_allowed');
  return inTransaction(deps.db, async (tx) => {
    const tie = await tx.tie.findUnique({ where: { id: tieId } });
    const where = { id: tieId, endedAt: null };
    const ended = await tx.tie.updateMany({ where, data: { endedAt: now } });
    if (!tie || ended.count === 0) return refuse('tie_ended');
    await record(deps, tx, actor, now, {
      act: 'experts.end_tie',
      subject: 'person',
      subjectId: tie.expertId,
      from: tie.category,
      detail: { organisationId: tie.organisationId },
    });
    return ok({ expertId: tie.expertId });
  });
}
