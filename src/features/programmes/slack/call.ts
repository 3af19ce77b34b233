import { formatMoment } from '../../../core/dates-text.ts';
import { typed } from '../../../platform/slack/blocks.ts';
import { defineAction, defineView, type Handling, type ViewHandler } from '../../../platform/slack/handlers.ts';
import {
  closeAllModals,
  ephemeral,
  fieldErrors,
  openModal,
  type Reply,
  say,
  updateModal,
} from '../../../platform/slack/reply.ts';
import { callFormData, callValue, IDS } from '../ids.ts';
import { callForm, windowOf } from '../input/forms.ts';
import { setCall } from '../operations/index.ts';
import { type CohortWithCalls, cohortById } from '../queries.ts';
import { canSee, type Warning, windowWarnings } from '../rules/calls.ts';
import { definitionOf } from '../rules/definition/index.ts';
import { stageNames } from '../rules/plan.ts';
import { texts } from '../texts.ts';
import { type CallFields, callModal } from '../views/index.ts';

type Metadata = { readonly cohortId: string; readonly stage: number; readonly seen: string | null };

const plannedCall = (cohort: CohortWithCalls, stage: number) =>
  definitionOf(cohort).calls.find((one) => one.stage === stage);

function modal(
  handling: Handling,
  cohort: CohortWithCalls,
  metadata: Metadata,
  fields: CallFields,
  warnings: readonly Warning[],
) {
  const { locale } = handling.actor;
  const data = {
    metadata,
    fields,
    cohort: cohort.name,
    stages: stageNames(definitionOf(cohort), locale),
    inclusive: plannedCall(cohort, metadata.stage)?.closingRule !== 'exclusive',
    warnings,
  };
  return callModal(data, texts(locale), locale);
}

/** Opens the form of a call without dates, with what the programme's definition knows of them. */
export const setCallAction = defineAction(
  IDS.setCall,
  callValue,
  async (handling, { cohortId, stage }): Promise<Reply> => {
    const { deps, actor } = handling;
    const { refusals } = texts(actor.locale);
    if (!canSee(actor, cohortId)) return ephemeral(say(refusals.not_allowed));
    const cohort = await cohortById(deps.db, cohortId);
    const planned = cohort && plannedCall(cohort, stage);
    if (!cohort || !planned) return ephemeral(say(refusals.unknown_cohort));
    const { opensOn, opensTime, closesOn, closesTime } = planned;
    const fields = { opensOn: opensOn ?? undefined, opensTime, closesOn: closesOn ?? undefined, closesTime };
    return openModal(modal(handling, cohort, { cohortId, stage, seen: null }, fields, []));
  },
);

export const callView: ViewHandler = defineView({
  id: IDS.call,
  metadata: callFormData,
  form: () => callForm,
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async (handling, input, metadata) => {
    const { deps, actor, now } = handling;
    const words = texts(actor.locale);
    const { cohortId, stage } = metadata;
    if (!canSee(actor, cohortId)) return closeAllModals(say(words.refusals.not_allowed));
    const cohort = await cohortById(deps.db, cohortId);
    const window = cohort && windowOf(input, plannedCall(cohort, stage)?.closingRule ?? 'inclusive');
    if (!cohort || !window) return closeAllModals(say(words.refusals.unknown_cohort));
    const warnings = windowWarnings(window, now);
    const seen = JSON.stringify(window);
    if (warnings.length > 0 && metadata.seen !== seen) {
      return updateModal(modal(handling, cohort, { ...metadata, seen }, window, warnings));
    }
    const outcome = await setCall(deps, actor, now, { cohortId, stage, window });
    if (outcome.ok)
      return closeAllModals(
        say(words.call.saved(typed(cohort.name), formatMoment(outcome.value.closesAt, actor.locale))),
      );
    const refusal = words.refusals[outcome.reason];
    return outcome.reason === 'before_previous' ? fieldErrors({ opens_on: refusal }) : closeAllModals(say(refusal));
  },
});
