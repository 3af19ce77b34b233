import { z } from 'zod';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, fieldErrors, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { cannotHoldRole, knowPerson } from '../../people/public.ts';
import { definitionOf, formOf } from '../../programmes/public.ts';
import { IDS, stepCodec, stepMetadata, submitMetadata } from '../ids/entry.ts';
import { type Answers, stepSchema } from '../input/form.ts';
import { keepUnfinished, saveStep } from '../operations/draft.ts';
import { type SubmitRefusal, submitApplication } from '../operations/submit.ts';
import { type ApplicationRow, findApplication } from '../queries/entry.ts';
import { mayHandle } from '../rules/entry.ts';
import { fieldWords, intakeTexts } from '../texts/entry.ts';
import { checkModal, missedModal, sentModal } from '../views/check.ts';
import { stepModal } from '../views/step.ts';

/** People named in the form are looked up in Slack; bots and deactivated accounts are refused beside the field. */
async function refusedPeople(handling: Handling, application: ApplicationRow, step: number, answers: Answers) {
  const questions = formOf(application.call.cohort, application.call.stage).steps[step - 1]?.questions ?? [];
  const named = questions.filter((question) => question.kind === 'person' && typeof answers[question.key] === 'string');
  const checks = named.map(async ({ key }) => {
    const { form } = intakeTexts(handling.actor.locale);
    const known = await knowPerson(handling.deps, String(answers[key]), handling.now);
    if (!known.ok || cannotHoldRole(known.value) !== null) return [[key, form.nobody]];
    return known.value.id === application.editorId && !application.onBehalf ? [[key, form.secondIsYou]] : [];
  });
  return Object.fromEntries((await Promise.all(checks)).flat());
}

export const stepView = defineView({
  id: IDS.step,
  metadata: stepMetadata,
  form: async ({ applicationId, step }, deps) => {
    const application = await findApplication(deps.db, applicationId);
    const found = application && formOf(application.call.cohort, application.call.stage).steps[step - 1];
    if (!application || !found) return z.record(z.string(), z.unknown()).transform((): Answers => ({}));
    return stepSchema(definitionOf(application.call.cohort), found);
  },
  error: fieldWords,
  run: async (handling, answers, { applicationId: id, step, version }) => {
    const { deps, actor, now } = handling;
    const { refusals } = intakeTexts(actor.locale);
    const application = await findApplication(deps.db, id);
    if (!application || !mayHandle(actor, application)) return ephemeral(say(refusals.not_allowed));
    const refused = await refusedPeople(handling, application, step, answers);
    if (Object.keys(refused).length > 0) return fieldErrors(refused);
    const saved = await saveStep(deps, actor, now, { id, step, answers, version });
    if (!saved.ok) return ephemeral(say(refusals[saved.reason]));
    return updateModal(nextModal(saved.value.application, { step, shared: saved.value.shared }, handling));
  },
});

type Finished = { readonly step: number; readonly shared: boolean };

function nextModal(application: ApplicationRow, { step, shared }: Finished, { actor }: Handling) {
  const { locale } = actor;
  const all = formOf(application.call.cohort, application.call.stage).steps.length;
  if (step < all) return stepModal(application, { step: step + 1, shared }, locale);
  return checkModal(application, locale, shared ? intakeTexts(locale).form.shared : null);
}

/** Back to an earlier step: what is on the screen is kept, checked or not. */
export const backAction = defineAction(IDS.back, stepCodec, async (handling, { id, to }, values): Promise<Reply> => {
  const { deps, actor, now } = handling;
  const kept = await keepUnfinished(deps, actor, now, { id, values });
  if (!kept.ok) return ephemeral(say(intakeTexts(actor.locale).refusals[kept.reason]));
  return updateModal(stepModal(kept.value, { step: to }, actor.locale));
});

/** From the check before sending back to a step. */
export const editAction = defineAction(
  IDS.edit,
  stepCodec,
  async ({ deps, actor, now }, { id, to }): Promise<Reply> => {
    const kept = await keepUnfinished(deps, actor, now, { id, values: {} });
    if (!kept.ok) return ephemeral(say(intakeTexts(actor.locale).refusals[kept.reason]));
    return updateModal(stepModal(kept.value, { step: to }, actor.locale));
  },
);

async function refusal({ deps, actor }: Handling, id: string, reason: SubmitRefusal): Promise<Reply> {
  const words = intakeTexts(actor.locale).refusals[reason];
  const application = await findApplication(deps.db, id);
  if (!application || reason === 'not_allowed' || reason === 'not_a_draft') return ephemeral(say(words));
  return updateModal(checkModal(application, actor.locale, words));
}

export const checkView = defineView({
  id: IDS.check,
  metadata: submitMetadata,
  form: () => z.record(z.string(), z.unknown()),
  error: fieldWords,
  run: async (handling, _values, submit) => {
    const { deps, actor, now } = handling;
    const sent = await submitApplication(deps, actor, now, submit);
    if (!sent.ok) return refusal(handling, submit.applicationId, sent.reason);
    const { result, application, receivedAt } = sent.value;
    const { number, onBehalf, call } = application;
    if (result === 'miss') return updateModal(missedModal(receivedAt, call.closesAt, actor.locale));
    const shown = { number: number ?? 0, receivedAt, waits: result === 'hold', onBehalf };
    return updateModal(sentModal(shown, actor.locale));
  },
});
