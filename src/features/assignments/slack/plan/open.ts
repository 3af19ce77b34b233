import { isStaff } from '../../../../core/actor.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say } from '../../../../platform/slack/reply.ts';
import { participationOfChannel, staffedCohorts } from '../../../participations/public.ts';
import { cohortOfChannel, listCohorts } from '../../../programmes/public.ts';
import { maybeCohort, oneId, PLAN, planPage, planPlace } from '../../ids.ts';
import { hasMentor } from '../../queries/index.ts';
import { planTexts } from '../../texts/plan.ts';
import { forStaff, planOfCohort, showing, startOf, whyOf } from './show.ts';

/** The cohort that is meant: of the channel, or the only one there is to plan for. */
async function cohortMeant({ deps, actor, channelId }: Handling): Promise<string | null> {
  const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
  if (place) return place.cohortId;
  const here = channelId ? await cohortOfChannel(deps.db, channelId) : null;
  if (here) return here.id;
  const own = staffedCohorts(actor);
  const mine = (await listCohorts(deps.db)).filter((cohort) => own === null || own.includes(cohort.id));
  const planned = mine.filter((cohort) => hasMentor({ cohort }));
  return planned.length === 1 ? (planned[0]?.id ?? null) : null;
}

async function openPlan(handling: Handling, cohortId: string | null): Promise<Reply> {
  const { actor } = handling;
  const { refusals, start } = planTexts(actor.locale);
  if (!isStaff(actor)) return ephemeral(say(refusals.not_allowed));
  const meant = cohortId ?? (await cohortMeant(handling));
  if (!meant) return ephemeral(say(start.which));
  return forStaff(handling, meant, async (cohort) => openModal(await planOfCohort(handling, cohort)));
}

export const planCommand: CommandHandler = {
  words: ['assign plan', 'przydziel plan'],
  help: (actor, locale) => (isStaff(actor) ? planTexts(locale).help : null),
  run: (handling) => openPlan(handling, null),
};

/** The button in the staff channel and in App Home. */
export const planAction = defineAction(PLAN.open, maybeCohort, (handling, { cohortId }) =>
  openPlan(handling, cohortId),
);

const turn = (id: string) =>
  defineAction(id, planPage, (handling, { cohortId, page }) =>
    forStaff(handling, cohortId, (cohort) => showing(planOfCohort(handling, cohort, { page }))),
  );

export const planBackAction = turn(PLAN.back);
export const planPreviousAction = turn(PLAN.previous);
export const planNextAction = turn(PLAN.next);

/** A plan from the beginning, in place of the one that stands. */
export const planFreshAction = defineAction(PLAN.start, oneId, (handling, cohortId) =>
  forStaff(handling, cohortId, (cohort) => showing(startOf(handling, cohort, null))),
);

export const planWhyAction = defineAction(PLAN.why, planPlace, (handling, { cohortId, participationId }) =>
  forStaff(handling, cohortId, (cohort) => showing(whyOf(handling, cohort, participationId))),
);
