import type { Actor } from '../../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../../core/outcome.ts';
import { Prisma } from '../../../../platform/db/generated/client.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import type { Deps, Doing } from '../../../../platform/deps.ts';
import { expertProfile, raiseLimit } from '../../../experts/public.ts';
import { record } from '../../../journal/public.ts';
import type { PreparedPlan } from '../../queries/index.ts';
import { type Shortage, shortageSchema } from '../../rules/plan/index.ts';
import { cohortForPlan, holdPlan, type SeenPlan } from './access.ts';
import { dropCondition, mayAskAgain } from './notes.ts';

type Refusal = 'not_allowed' | 'no_mentor' | 'changed_meanwhile' | 'not_expert' | 'too_many' | 'tie_first';

type Edit<R> = (doing: Doing, plan: PreparedPlan) => Promise<Outcome<R, Refusal>>;

/** A change to the plan that was seen, by staff of the cohort. */
const editing = <R>(
  deps: Deps,
  actor: Actor,
  now: Date,
  at: { readonly cohortId: string; readonly seen: SeenPlan },
  edit: Edit<R>,
): Promise<Outcome<R, Refusal>> =>
  inTransaction(deps.db, async (tx) => {
    const allowed = await cohortForPlan(tx, actor, at.cohortId);
    if (!allowed.ok) return allowed;
    const held = await holdPlan(tx, at.cohortId, at.seen);
    return held.ok ? edit({ deps, tx, actor, now }, held.value) : held;
  });

export type Pinning = {
  readonly cohortId: string;
  readonly seen: SeenPlan;
  readonly participationId: string;
  /** Null: free again. */
  readonly expertId: string | null;
};

/**
 * Sets for an organisation of the plan this expert or none, or frees it. The plan has to be solved again when the
 * expert is another one. Refuses others than staff, a plan that has changed since, and somebody who is no expert.
 */
export const pinPair = (deps: Deps, actor: Actor, now: Date, given: Pinning): Promise<Outcome<SeenPlan, Refusal>> =>
  editing(deps, actor, now, given, async (doing, plan) => {
    const { tx } = doing;
    const { participationId, expertId, cohortId } = given;
    const row = plan.rows.find((one) => one.participationId === participationId && one.assignmentId === null);
    if (!row) return refuse('changed_meanwhile');
    if (expertId && !(await expertProfile(tx, expertId))) return refuse('not_expert');
    await tx.planRow.update({ where: { id: row.id }, data: { pinnedId: expertId } });
    await record(deps, tx, actor, now, {
      ...{ act: expertId ? 'assignments.pin' : 'assignments.unpin', subject: 'plan', subjectId: plan.id, cohortId },
      detail: { participationId, expertId: expertId ?? row.pinnedId ?? '' },
    });
    return ok({ planId: plan.id, version: plan.version });
  });

type Relaxation = Shortage['options'][number]['relaxations'][number];

/** Settles one thing that staff have agreed on with those concerned. A tie is looked into with its own form. */
async function settle(doing: Doing, plan: PreparedPlan, one: Relaxation): Promise<Outcome<unknown, Refusal>> {
  const { tx } = doing;
  switch (one.kind) {
    case 'one_more': {
      const expert = await expertProfile(tx, one.expertId);
      const maxLoad = Math.max(expert?.maxLoad ?? 0, expert?.load ?? 0) + one.count;
      return raiseLimit(doing, { expertId: one.expertId, cohortId: plan.cohortId, maxLoad });
    }
    case 'drop_region':
      return ok(await dropCondition(doing, plan.cohortId, one.organisationId, 'region'));
    case 'drop_language':
      return ok(await dropCondition(doing, plan.cohortId, one.organisationId, 'language'));
    case 'lift_decline':
      return ok(await mayAskAgain(doing, plan.cohortId, one));
    case 'unpin':
      return ok(
        await tx.planRow.updateMany({
          where: { planId: plan.id, participationId: one.organisationId },
          data: { pinnedId: null },
        }),
      );
    case 'review_tie':
      return refuse('tie_first');
  }
}

export type TakingWayOut = { readonly cohortId: string; readonly seen: SeenPlan; readonly option: number };

/** Thrown to undo what was settled before something was refused. */
class Unsettled extends Error {
  override readonly name = 'Unsettled';
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Staff have settled one of the ways out that the plan names: limits are raised, conditions dropped, pins freed; all of
 * it or nothing. The plan has to be solved again. Refuses others than staff, a plan that has changed since, a limit
 * beyond what a profile can say, and ways that need a tie to be looked into (`tie_first`).
 */
export async function takeWayOut(
  deps: Deps,
  actor: Actor,
  now: Date,
  given: TakingWayOut,
): Promise<Outcome<SeenPlan, Refusal>> {
  try {
    return await editing(deps, actor, now, given, async (doing, plan) => {
      const option = shortageSchema.safeParse(plan.shortage).data?.options[given.option];
      if (!option) return refuse('changed_meanwhile');
      for (const one of option.relaxations) {
        const done = await settle(doing, plan, one);
        if (!done.ok) throw new Unsettled(done.reason);
      }
      // Whether or not it is solved again at once, none of the ways is taken a second time.
      await doing.tx.cohortPlan.update({ where: { id: plan.id }, data: { shortage: Prisma.DbNull } });
      return ok({ planId: plan.id, version: plan.version });
    });
  } catch (error) {
    if (error instanceof Unsettled) return refuse(error.reason);
    throw error;
  }
}
