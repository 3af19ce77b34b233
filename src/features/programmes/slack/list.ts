import type { Locale } from '../../../core/locale.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, openModal, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { findPeople } from '../../people/public.ts';
import { cohortValue, IDS, pageValue } from '../ids.ts';
import { retryCohort } from '../operations/index.ts';
import { type CohortWithCalls, cohortById, cohortPage } from '../queries.ts';
import { callPhase, canSee, canSetUp, datesToSet, staleDates } from '../rules/calls.ts';
import { definitionOf } from '../rules/definition/index.ts';
import { plannedDates, stageNames } from '../rules/plan.ts';
import { namedProblems, problemsOf } from '../rules/problems.ts';
import { texts } from '../texts.ts';
import {
  type CohortDetails,
  type CohortRow,
  detailsModal,
  listModal,
  PAGE,
  type ShownProblem,
} from '../views/index.ts';

type PageRow = Awaited<ReturnType<typeof cohortPage>>['rows'][number];

function rowOf(cohort: PageRow, now: Date, locale: Locale): CohortRow {
  const definition = definitionOf(cohort);
  const names = definition.stages.length > 1 ? stageNames(definition, locale) : {};
  const { id, name, places, _count } = cohort;
  return {
    id,
    name,
    programme: definition.name[locale],
    calls: cohort.calls.map((call) => ({ stage: names[call.stage] ?? null, phase: callPhase(call, now) })),
    places,
    applications: _count.applications,
    organisations: _count.participations,
    hasProblem: problemsOf(cohort).length > 0,
  };
}

async function pageModal({ deps, actor, now }: Handling, from: number) {
  const { total, rows } = await cohortPage(deps.db, {
    from,
    size: PAGE,
    within: canSetUp(actor) ? null : staffCohorts(actor),
  });
  const shown = rows.map((row) => rowOf(row, now, actor.locale));
  return listModal({ from, total, rows: shown }, canSetUp(actor), texts(actor.locale));
}

/** The cohorts in which this person is staff. */
const staffCohorts = (actor: Handling['actor']): string[] =>
  actor.roles.flatMap(({ role, cohortId }) => (role === 'staff' && cohortId ? [cohortId] : []));

export const listCommand: CommandHandler = {
  words: ['cohort', 'cohorts', 'edycja', 'edycje'],
  help: (actor, locale) => (canSee(actor) ? texts(locale).help.list : null),
  run: async (handling) => {
    if (!canSee(handling.actor)) return ephemeral(say(texts(handling.actor.locale).refusals.not_allowed));
    return openModal(await pageModal(handling, 0));
  },
};

const turn = (id: string) =>
  defineAction(id, pageValue, async (handling, from): Promise<Reply> => {
    if (!canSee(handling.actor)) return ephemeral(say(texts(handling.actor.locale).refusals.not_allowed));
    return updateModal(await pageModal(handling, from));
  });

export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);

function detailsOf(
  cohort: CohortWithCalls,
  problems: readonly ShownProblem[],
  now: Date,
  locale: Locale,
): CohortDetails {
  const definition = definitionOf(cohort);
  const dates = plannedDates({ ...definition, endsOn: cohort.endsOn }, cohort.calls);
  const starts = cohort.calls[0]?.opensOn;
  const stages = definition.stages.map(({ stage, name }) => {
    const call = cohort.calls.find((one) => one.stage === stage);
    const shown = call ? { phase: callPhase(call, now), opensAt: call.opensAt, closesAt: call.closesAt } : null;
    return { stage, name: name[locale], call: shown };
  });
  const { id, name, places, grantGrosze, channelId, staffChannelId, cardTs, noteTs } = cohort;
  return {
    id,
    name,
    programme: definition.name[locale],
    places,
    grantGrosze,
    voucherGrosze: definition.switches.voucher ? cohort.voucherGrosze : null,
    channelId,
    staffChannelId,
    stages,
    toSet: datesToSet(dates).filter((date) => date.what !== 'call'),
    stale: starts ? staleDates(dates, starts) : [],
    problems,
    isUnfinished: !channelId || !staffChannelId || !cardTs || !noteTs,
  };
}

export const openAction = defineAction(
  IDS.open,
  cohortValue,
  async ({ deps, actor, now }, cohortId): Promise<Reply> => {
    const words = texts(actor.locale);
    if (!canSee(actor, cohortId)) return ephemeral(say(words.refusals.not_allowed));
    const cohort = await cohortById(deps.db, cohortId);
    if (!cohort) return ephemeral(say(words.refusals.unknown_cohort));
    const problems = problemsOf(cohort);
    const people = await findPeople(
      deps.db,
      problems.flatMap((one) => one.people),
    );
    return openModal(
      detailsModal(detailsOf(cohort, namedProblems(problems, people), now, actor.locale), words, actor.locale),
    );
  },
);

export const retryAction = defineAction(
  IDS.retry,
  cohortValue,
  async ({ deps, actor, now }, cohortId): Promise<Reply> => {
    const { refusals, details } = texts(actor.locale);
    const outcome = await retryCohort(deps, actor, now, cohortId);
    return ephemeral(say(outcome.ok ? details.retrying : refusals[outcome.reason]));
  },
);
