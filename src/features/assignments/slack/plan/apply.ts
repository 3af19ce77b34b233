import { z } from 'zod';
import type { Locale } from '../../../../core/locale.ts';
import { matches } from '../../../../core/search.ts';
import { clip } from '../../../../core/text.ts';
import { defineAction, defineView, type Handling, type OptionsHandler } from '../../../../platform/slack/handlers.ts';
import { closeAllModals, type Reply, updateModal } from '../../../../platform/slack/reply.ts';
import { postpone } from '../../../undo/public.ts';
import { applyAct } from '../../acts.ts';
import { applyMetadata, loadsMetadata, oneId, PLAN, seenPlan } from '../../ids.ts';
import { applyForm } from '../../input.ts';
import { cohortForPlan, loadsShown, nameIn, openPairs, type PlanNow, planNow } from '../../operations/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { applyModal, loadsMessage, loadsModal, refusedWords } from '../../views/plan/index.ts';
import { planOfCohort, showing, withPlan } from './show.ts';

const OPTIONS = 100;
const OPTION_TEXT = 75;
const errorWords = (reason: string, locale: Locale): string => planTexts(locale).errors[reason] ?? reason;

export const planApplyAction = defineAction(PLAN.apply, seenPlan, (handling, { cohortId }) =>
  withPlan(handling, cohortId, async (now) => {
    const { locale } = handling.actor;
    const open = openPairs(now).length;
    if (open === 0) return showing(planOfCohort(handling, now.cohort, { note: planTexts(locale).apply.nothing }));
    return updateModal(applyModal({ cohortId, planId: now.row.id, version: now.row.version }, open, locale));
  }),
);

type Chosen = ReturnType<typeof openPairs>;

/** Asks for the chosen pairs to be proposed, and shows the plan with what came of it. */
async function approve(handling: Handling, now: PlanNow, chosen: Chosen): Promise<Reply> {
  const { deps, actor } = handling;
  const { apply, refusals } = planTexts(actor.locale);
  const pairs = chosen.map(({ participationId, expertId }) => ({ participationId, expertId }));
  const params = { cohortId: now.cohort.id, planId: now.row.id, pairs };
  const outcome = await postpone(deps, actor, handling.now, applyAct, params);
  const plan = (note: string | null) => showing(planOfCohort(handling, now.cohort, { note }));
  if (!outcome.ok) return plan(refusals[outcome.reason]);
  if (outcome.value.state !== 'done') return plan(outcome.value.state === 'already' ? apply.already : null);
  const names = nameIn(now);
  const { proposed, refused } = outcome.value.value;
  const left = refused.map(({ participationId, expertId, reason }) => {
    return { organisation: names(participationId), expert: names(expertId), reason };
  });
  const done = apply.done(proposed.length);
  return plan(left.length > 0 ? `${done}\n${refusedWords(left, actor.locale)}` : done);
}

export const planApplyView = defineView({
  id: PLAN.apply,
  metadata: applyMetadata,
  form: () => applyForm,
  error: errorWords,
  run: (handling, { scope, [PLAN.chosen]: chosen }, { cohortId, planId, version }) =>
    withPlan(handling, cohortId, async (now) => {
      const { refusals } = planTexts(handling.actor.locale);
      const isSeen = now.row.id === planId && now.row.version === version;
      if (!isSeen) return showing(planOfCohort(handling, now.cohort, { note: refusals.changed_meanwhile }));
      const open = openPairs(now);
      return approve(
        handling,
        now,
        scope === 'all' ? open : open.filter((one) => chosen.includes(one.participationId)),
      );
    }),
});

/** Organisations of the plan that can be proposed now. */
export const planChosenOptions: OptionsHandler = {
  id: PLAN.chosen,
  run: async ({ deps, actor }, query, data) => {
    const at = applyMetadata.safeParse(data).data;
    const allowed = at ? await cohortForPlan(deps.db, actor, at.cohortId) : null;
    const now = allowed?.ok ? await planNow(deps.db, allowed.value, deps.clock.now()) : null;
    if (!now) return [];
    const names = nameIn(now);
    return openPairs(now)
      .filter((one) => matches(query, one.organisation))
      .slice(0, OPTIONS)
      .map(({ participationId, expertId, organisation }) => {
        const description = clip(names(expertId), OPTION_TEXT);
        return { value: participationId, text: clip(organisation, OPTION_TEXT), description };
      });
  },
};

export const planLoadsAction = defineAction(PLAN.loads, oneId, (handling, cohortId) =>
  withPlan(handling, cohortId, async (now) =>
    updateModal(loadsModal(cohortId, loadsShown(now), handling.actor.locale)),
  ),
);

/** The loads as a chart can stand in a message only, seen by whoever asked. */
export const planLoadsView = defineView({
  id: PLAN.loads,
  metadata: loadsMetadata,
  form: () => z.object({}),
  error: errorWords,
  run: (handling, _input, { cohortId }) =>
    withPlan(handling, cohortId, async (now) =>
      closeAllModals(loadsMessage(now.cohort.name, loadsShown(now), handling.actor.locale)),
    ),
});
