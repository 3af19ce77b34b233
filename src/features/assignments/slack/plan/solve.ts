import { setTimeout as sleep } from 'node:timers/promises';
import type { Locale } from '../../../../core/locale.ts';
import { defineAction, defineView, type Handling } from '../../../../platform/slack/handlers.ts';
import { type Reply, type Show, say, updateModal, type WorkEnd, work } from '../../../../platform/slack/reply.ts';
import { oneId, PLAN, planTake, seenPlan, startMetadata } from '../../ids.ts';
import { startForm } from '../../input.ts';
import {
  beginRun,
  callOff,
  endRun,
  isCalledOff,
  type PlanAsked,
  type PlanCohort,
  type SeenPlan,
  solveForCohort,
  takeWayOut,
} from '../../operations/plan/index.ts';
import { preparedPlan } from '../../queries/index.ts';
import { goalOf } from '../../rules/plan/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { planRunModal, type Working } from '../../views/plan/index.ts';
import { forStaff, planOfCohort, showing, startOf } from './show.ts';

/** How often the modal says how far it is, and looks whether it was called off. */
const BEAT_MS = 1_000;

type Run = {
  readonly handling: Handling;
  readonly runId: string;
  readonly calledOff: AbortController;
  readonly over: AbortSignal;
  readonly tell: () => Promise<unknown>;
};

/**
 * Beside the work, until it is over: says how far it is; ends it when somebody has called it off, in any process. A beat
 * that fails is left out: nobody waits for it, and the plan is worth more.
 */
async function watch({ handling: { deps }, runId, calledOff, over, tell }: Run): Promise<void> {
  while (!over.aborted) {
    await sleep(BEAT_MS, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    try {
      if (await isCalledOff(deps, runId)) return calledOff.abort();
      await tell();
    } catch (error) {
      deps.log.warn({ runId, err: error }, 'how far a plan is could not be looked up or shown');
    }
  }
}

/** The mark that a plan is worked out goes; one that is left does no harm, and no plan is lost for it. */
const unmark = ({ deps }: Handling, runId: string): Promise<void> =>
  endRun(deps, runId).catch((error) => deps.log.warn({ runId, err: error }, 'the mark of a plan stays'));

type Asked = { readonly cohort: PlanCohort; readonly asked: PlanAsked; readonly runId: string };

async function solveAndShow(handling: Handling, { cohort, asked, runId }: Asked, show: Show): Promise<WorkEnd> {
  const { deps, actor, now } = handling;
  const [calledOff, over] = [new AbortController(), new AbortController()];
  const begun = performance.now();
  let step: Working['step'] = 'plan';
  const tell = () => {
    const elapsed = Math.round((performance.now() - begun) / 1_000);
    return show(planRunModal({ runId, step, elapsed, seconds: asked.seconds }, actor.locale));
  };
  const watching = watch({ handling, runId, calledOff, over: over.signal, tell });
  const words = planTexts(actor.locale);
  try {
    const onProgress = (progress: { readonly step: Working['step'] }) => {
      step = progress.step;
    };
    const hooks = { signal: calledOff.signal, onProgress };
    const outcome = await solveForCohort(deps, actor, now, asked, hooks);
    over.abort();
    await watching;
    const note = outcome.ok ? null : words.refusals[outcome.reason];
    const modal = await planOfCohort(handling, cohort, { note });
    return { modal, otherwise: outcome.ok ? say(words.working.ready) : null };
  } finally {
    over.abort();
    await unmark(handling, runId);
  }
}

/** Works out a plan in the modal the person is in; the answer to Slack was given before. */
async function solving(handling: Handling, cohort: PlanCohort, asked: PlanAsked): Promise<Reply> {
  const { deps, actor, now } = handling;
  const runId = await beginRun(deps, actor, now, cohort.id);
  const first = planRunModal({ runId, step: 'plan', elapsed: 0, seconds: asked.seconds }, actor.locale);
  return work(first, (show) => solveAndShow(handling, { cohort, asked, runId }, show));
}

/** Solves the plan that stands again, with as few changes as possible. */
export const solvingAgain = (handling: Handling, cohortId: string, seen: SeenPlan): Promise<Reply> =>
  forStaff(handling, cohortId, async (cohort) => {
    const plan = await preparedPlan(handling.deps.db, cohortId);
    const { changed_meanwhile } = planTexts(handling.actor.locale).refusals;
    if (!plan) return showing(startOf(handling, cohort, changed_meanwhile));
    const goal = goalOf(plan.goal);
    return solving(handling, cohort, { cohortId, goal, seconds: plan.seconds, seen, isAgain: true });
  });

export const planStartView = defineView({
  id: PLAN.start,
  metadata: startMetadata,
  form: () => startForm,
  error: (reason: string, locale: Locale) => planTexts(locale).errors[reason] ?? reason,
  run: (handling, { goal, seconds }, { cohortId, seen }) =>
    forStaff(handling, cohortId, (cohort) =>
      solving(handling, cohort, { cohortId, goal, seconds, seen, isAgain: false }),
    ),
});

export const planAgainAction = defineAction(PLAN.again, seenPlan, (handling, { cohortId, planId, version }) =>
  solvingAgain(handling, cohortId, { planId, version }),
);

export const planCancelAction = defineAction(PLAN.cancel, oneId, async (handling, runId) => {
  const { deps, actor, now } = handling;
  const { refusals, working } = planTexts(actor.locale);
  const outcome = await callOff(deps, actor, now, runId);
  if (!outcome.ok || !outcome.value) {
    return { kind: 'ephemeral', message: say(outcome.ok ? refusals.plan_over : refusals.not_allowed) };
  }
  const { cohortId } = outcome.value;
  return forStaff(handling, cohortId, async (cohort) =>
    updateModal(await planOfCohort(handling, cohort, { note: working.cancelled })),
  );
});

/** A way out that staff have settled: written down, and solved again. */
export const planTakeAction = defineAction(PLAN.take, planTake, (handling, { cohortId, planId, version, option }) =>
  forStaff(handling, cohortId, async (cohort) => {
    const { deps, actor, now } = handling;
    const outcome = await takeWayOut(deps, actor, now, { cohortId, seen: { planId, version }, option });
    if (outcome.ok) return solvingAgain(handling, cohortId, outcome.value);
    return showing(planOfCohort(handling, cohort, { note: planTexts(actor.locale).refusals[outcome.reason] }));
  }),
);
