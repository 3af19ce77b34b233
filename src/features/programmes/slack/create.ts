import { z } from 'zod';
import { formatMoney } from '../../../core/money.ts';
import { typed } from '../../../platform/slack/blocks.ts';
import type { CommandHandler, Handling, ViewHandler } from '../../../platform/slack/handlers.ts';
import { defineAction, defineView, noValue } from '../../../platform/slack/handlers.ts';
import type { Choice } from '../../../platform/slack/message.ts';
import {
  closeAllModals,
  ephemeral,
  fieldErrors,
  openModal,
  type Reply,
  say,
  updateModal,
} from '../../../platform/slack/reply.ts';
import { type Basis, cohortFormData, IDS, writeBasis } from '../ids.ts';
import { definitions } from '../input/definitions.ts';
import { basisForm, type CohortForm, cohortForm, windowOf } from '../input/forms.ts';
import { type Beginning, beginningOf, type CreateRefusal, createCohort } from '../operations/index.ts';
import { listCohorts } from '../queries.ts';
import { type CallWindow, canSetUp, datesToSet, staleDates, type Warning, windowWarnings } from '../rules/calls.ts';
import { definitionKey } from '../rules/definition/index.ts';
import { plannedDates, stageNames } from '../rules/plan.ts';
import { texts } from '../texts.ts';
import { basisModal, type CohortFields, cohortModal } from '../views/index.ts';

/** Editions of the definition files, newest first, then the cohorts that can be copied; a select takes one hundred. */
async function basisChoices({ deps, actor }: Handling): Promise<Choice[]> {
  const { form } = texts(actor.locale);
  const editions = definitions(deps).toSorted(
    (a, b) => b.edition.localeCompare(a.edition) || a.programme.localeCompare(b.programme),
  );
  const cohorts = await listCohorts(deps.db);
  return [
    ...editions.map((one) => ({
      value: writeBasis({ definition: definitionKey(one) }),
      text: `${one.shortName} ${one.edition}`,
      description: form.fromFile,
    })),
    ...cohorts.map((one) => ({
      value: writeBasis({ cohort: one.id }),
      text: form.copyOf(one.name),
      description: form.copied,
    })),
  ].slice(0, 100);
}

async function begin(handling: Handling): Promise<Reply> {
  const words = texts(handling.actor.locale);
  if (!canSetUp(handling.actor)) return ephemeral(say(words.refusals.not_allowed));
  return openModal(basisModal(await basisChoices(handling), words));
}

export const newCommand: CommandHandler = {
  words: ['cohort new', 'edycja nowa', 'nowa edycja'],
  help: (actor, locale) => (canSetUp(actor) ? texts(locale).help.new : null),
  run: begin,
};

export const newAction = defineAction(IDS.basis, noValue, begin);

type Metadata = { readonly cohortId: string; readonly basis: Basis; readonly seen: string | null };

/** The fields as the programme's definition, or the copied cohort's numbers, fill them. */
function prefilled(beginning: Beginning, names: readonly string[], handling: Handling): CohortFields {
  const { definition, places, grantGrosze, voucherGrosze, source } = beginning;
  const name = `${definition.shortName} ${definition.edition}`;
  const call = definition.calls[0];
  const sum = (grosze: number) => formatMoney(grosze, handling.actor.locale);
  return {
    name: source || names.includes(name) ? undefined : name,
    places: places === null ? undefined : String(places),
    grant: sum(grantGrosze),
    voucher: definition.switches.voucher ? sum(voucherGrosze) : undefined,
    opensOn: call?.opensOn ?? undefined,
    opensTime: call?.opensTime,
    closesOn: call?.closesOn ?? undefined,
    closesTime: call?.closesTime,
  };
}

const closingRuleOf = (beginning: Beginning) => beginning.definition.calls[0]?.closingRule ?? 'inclusive';

function formModal(
  handling: Handling,
  beginning: Beginning,
  metadata: Metadata,
  fields: CohortFields,
  warnings: readonly Warning[],
) {
  const { locale } = handling.actor;
  const { definition, source } = beginning;
  const toSet = datesToSet(plannedDates(definition, [])).filter((date) => date.what !== 'call' || date.stage > 1);
  const data = {
    metadata,
    fields,
    programme: `${definition.name[locale]}, ${definition.edition}`,
    copyOf: source?.name ?? null,
    inclusive: closingRuleOf(beginning) === 'inclusive',
    stages: stageNames(definition, locale),
    toSet,
    warnings,
  };
  return cohortModal(data, texts(locale), locale);
}

export const beginView: ViewHandler = defineView({
  id: IDS.begin,
  metadata: z.unknown(),
  form: () => basisForm,
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async (handling, { basis }) => {
    const { deps, actor } = handling;
    const { refusals } = texts(actor.locale);
    if (!canSetUp(actor)) return closeAllModals(say(refusals.not_allowed));
    const beginning = basis && (await beginningOf(deps, deps.db, basis));
    if (!basis || !beginning) return fieldErrors({ basis: refusals.unknown_basis });
    const names = (await listCohorts(deps.db)).map((one) => one.name);
    const metadata = { cohortId: deps.ids.next(), basis, seen: null };
    return openModal(formModal(handling, beginning, metadata, prefilled(beginning, names, handling), []));
  },
});

/** The fields as the person has filled them, for the form that shows warnings. */
function asFilled(input: CohortForm, beginning: Beginning, handling: Handling): CohortFields {
  const sum = (grosze: number) => formatMoney(grosze, handling.actor.locale);
  return {
    name: input.name,
    places: String(input.places),
    grant: sum(input.grant),
    voucher: beginning.definition.switches.voucher ? sum(input.voucher) : undefined,
    opensOn: input.opens_on ?? undefined,
    opensTime: input.opens_time ?? undefined,
    closesOn: input.closes_on ?? undefined,
    closesTime: input.closes_time ?? undefined,
    staff: input.staff,
  };
}

/** Clock changes, a call that is over, and dates left over from an earlier edition (T7, CO-1). */
function warningsOf(beginning: Beginning, window: CallWindow | null, now: Date): Warning[] {
  if (!window) return [];
  const planned = plannedDates(beginning.definition, []).filter((date) => date.what !== 'call');
  const stale = staleDates(planned, window.opensOn).map((date): Warning => ({ kind: 'stale', date }));
  return [...windowWarnings(window, now), ...stale];
}

/** Beside which field a refusal is said. */
const FIELD: Readonly<Record<CreateRefusal, string | null>> = {
  not_allowed: null,
  unknown_basis: null,
  name_used: 'name',
  is_bot: 'staff',
  is_deactivated: 'staff',
  is_foreign: 'staff',
  unknown_person: 'staff',
};

export const cohortView: ViewHandler = defineView({
  id: IDS.cohort,
  metadata: cohortFormData,
  form: () => cohortForm,
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async (handling, input, metadata) => {
    const { deps, actor, now } = handling;
    const { refusals, form } = texts(actor.locale);
    if (!canSetUp(actor)) return closeAllModals(say(refusals.not_allowed));
    const beginning = await beginningOf(deps, deps.db, metadata.basis);
    if (!beginning) return closeAllModals(say(refusals.unknown_basis));
    const call = windowOf(input, closingRuleOf(beginning));
    const warnings = warningsOf(beginning, call, now);
    const seen = JSON.stringify(call);
    if (warnings.length > 0 && metadata.seen !== seen) {
      return updateModal(
        formModal(handling, beginning, { ...metadata, seen }, asFilled(input, beginning, handling), warnings),
      );
    }
    const { name, places, grant: grantGrosze, voucher: voucherGrosze, staff } = input;
    const wanted = {
      cohortId: metadata.cohortId,
      basis: metadata.basis,
      name,
      places,
      grantGrosze,
      voucherGrosze,
      call,
      staff,
    };
    const outcome = await createCohort(deps, actor, now, wanted);
    if (outcome.ok) return closeAllModals(say(form.created(typed(name))));
    const field = FIELD[outcome.reason];
    const words = refusals[outcome.reason];
    return field ? fieldErrors({ [field]: words }) : closeAllModals(say(words));
  },
});
