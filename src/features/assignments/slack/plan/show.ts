import { isStaff } from '../../../../core/actor.ts';
import type { Handling } from '../../../../platform/slack/handlers.ts';
import type { Modal } from '../../../../platform/slack/message.ts';
import { ephemeral, type Reply, say, updateModal } from '../../../../platform/slack/reply.ts';
import { expertFields } from '../../../experts/public.ts';
import { waitingFor, waitingWords } from '../../../undo/public.ts';
import { planKey } from '../../ids.ts';
import {
  cohortForPlan,
  explanationShown,
  nameIn,
  type PlanCohort,
  type PlanNow,
  planNow,
  planShown,
} from '../../operations/plan/index.ts';
import { cohortFacts } from '../../queries/index.ts';
import { roomOf } from '../../rules/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { planModal, startModal, whyModal } from '../../views/plan/index.ts';

type Options = { readonly note?: string | null; readonly page?: number };

/** The form with goal and time, as the cohort stands now. */
export async function startOf({ deps, actor }: Handling, cohort: PlanCohort, note: string | null): Promise<Modal> {
  const { problem } = await cohortFacts(deps.db, cohort, new Map(), deps.clock.now());
  const plan = await deps.db.cohortPlan.findFirst({ where: { cohortId: cohort.id, state: 'preparing' } });
  const free = problem.experts.filter((one) => one.isInCohort && !one.isInactive);
  return startModal(
    {
      ...{ cohortId: cohort.id, cohort: cohort.name, waiting: problem.organisations.length },
      free: free.reduce((sum, one) => sum + roomOf(one), 0),
      seen: plan ? { planId: plan.id, version: plan.version } : null,
      goal: plan?.goal === 'lowest' ? 'lowest' : 'total',
    },
    actor.locale,
    note,
  );
}

/** An approval of the plan that waits, with its buttons. */
async function waitingApply({ deps, actor }: Handling, cohortId: string): Promise<Modal['blocks'] | null> {
  const key = planKey(cohortId);
  const waiting = (await waitingFor(deps.db, [key])).get(key);
  return waiting ? ((await waitingWords(deps, waiting.id, actor.locale))?.blocks ?? null) : null;
}

/** The cohort's plan as it stands now, or the form when there is none. */
export async function planOfCohort(handling: Handling, cohort: PlanCohort, options: Options = {}): Promise<Modal> {
  const { deps, actor } = handling;
  const { note = null, page = 0 } = options;
  const now = await planNow(deps.db, cohort, deps.clock.now());
  if (!now) return startOf(handling, cohort, note);
  const waiting = await waitingApply(handling, cohort.id);
  const reader = { locale: actor.locale, fields: await expertFields(deps) };
  return planModal(planShown(now, page), nameIn(now), reader, { note, waiting });
}

/** Why an organisation has whom it has; the whole plan when it is not in it any more. */
export async function whyOf(
  handling: Handling,
  cohort: PlanCohort,
  participationId: string,
  note: string | null = null,
): Promise<Modal> {
  const { deps, actor } = handling;
  const now = await planNow(deps.db, cohort, deps.clock.now());
  const shown = now && explanationShown(now, participationId);
  if (!shown) return planOfCohort(handling, cohort, { note });
  return whyModal(shown, { locale: actor.locale, fields: await expertFields(deps) }, note);
}

/** Does something with a cohort's plan, for its staff; others are refused before anything is looked up. */
export async function forStaff(
  { deps, actor }: Handling,
  cohortId: string,
  act: (cohort: PlanCohort) => Promise<Reply>,
): Promise<Reply> {
  const { refusals } = planTexts(actor.locale);
  if (!isStaff(actor, cohortId)) return ephemeral(say(refusals.not_allowed));
  const allowed = await cohortForPlan(deps.db, actor, cohortId);
  return allowed.ok ? act(allowed.value) : ephemeral(say(refusals[allowed.reason]));
}

/** Shows the modal that the plan's state asks for, in place of the one the person is in. */
export const showing = async (modal: Promise<Modal>): Promise<Reply> => updateModal(await modal);

/** The plan in preparation with everything of now; without one, or after it has changed, the plan itself is shown. */
export async function withPlan(
  handling: Handling,
  cohortId: string,
  act: (now: PlanNow) => Promise<Reply>,
): Promise<Reply> {
  return forStaff(handling, cohortId, async (cohort) => {
    const now = await planNow(handling.deps.db, cohort, handling.now);
    return now ? act(now) : showing(startOf(handling, cohort, planTexts(handling.actor.locale).refusals.plan_over));
  });
}
