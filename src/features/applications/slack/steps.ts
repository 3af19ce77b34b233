import { z } from 'zod';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, fieldErrors, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { cannotHoldRole, knowPerson } from '../../people/public.ts';
import { definitionOf, formOf } from '../../programmes/public.ts';
import { applicationMetadata, IDS, stepCodec, stepMetadata } from '../ids/entry.ts';
import { type Answers, stepSchema } from '../input/form.ts';
import { keepUnfinished, saveStep } from '../operations/draft.ts';
import { type SubmitRefusal, submitApplication } from '../operations/submit.ts';
import { type ApplicationRow, findApplication } from '../queries/entry.ts';
import { fieldWords, intakeTexts } from '../texts/entry.ts';
import { checkModal, missedModal, sentModal } from '../views/check.ts';
import { stepModal } from '../views/step.ts';

/** People named in the form are looked up in Slack; bots and deactivated accounts are refused beside the field. */
async function refusedPeople(handling: Handling, application: ApplicationRow, step: number, answers: Answers) {
  const questions = formOf(application.call.cohort, application.call.stage).steps[step - 1]?.questions ?? [];
  const named = questions.filter((question) => question.kind === 'person' && typeof answers[question.key] === 'string');
  const checks = named.map(async ({ key }) => {
    const known = await knowPerson(handling.deps, String(answers[key]), handling.now);
    return known.ok && cannotHoldRole(known.value) === null ? [] : [key];
  });
  return (await Promise.all(checks)).flat();
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
  run: async (handling, answers, { applicationId: id, step }) => {
    const { deps, actor, now } = handling;
    const { form, refusals } = intakeTexts(actor.locale);
    const application = await findApplication(deps.db, id);
    if (!application) return ephemeral(say(refusals.not_allowed));
    const refused = await refusedPeople(handling, application, step, answers);
    if (refused.length > 0) return fieldErrors(Object.fromEntries(refused.map((key) => [key, form.nobody])));
    const saved = await saveStep(deps, actor, now, { id, step, answers });
    if (!saved.ok) return ephemeral(say(refusals[saved.reason]));
    return updateModal(nextModal(saved.value, step, handling));
  },
});

function nextModal(application: ApplicationRow, step: number, { actor }: Handling) {
  const all = formOf(application.call.cohort, application.call.stage).steps.length;
  return step < all ? stepModal(application, { step: step + 1 }, actor.locale) : checkModal(application, actor.locale);
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

async function refusal(handling: Handling, id: string, reason: SubmitRefusal): Promise<Reply> {
  const { deps, actor, now } = handling;
  const words = intakeTexts(actor.locale).refusals[reason];
  const application = await findApplication(deps.db, id);
  if (!application || reason === 'not_allowed' || reason === 'not_a_draft') return ephemeral(say(words));
  const { call, onBehalf, receiptAt } = application;
  if (reason === 'late' && !onBehalf) return updateModal(missedModal(receiptAt ?? now, call.closesAt, actor.locale));
  return updateModal(checkModal(application, actor.locale, words));
}

export const checkView = defineView({
  id: IDS.check,
  metadata: applicationMetadata,
  form: () => z.record(z.string(), z.unknown()),
  error: fieldWords,
  run: async (handling, _values, { applicationId }) => {
    const { deps, actor, now } = handling;
    const sent = await submitApplication(deps, actor, now, applicationId);
    if (!sent.ok) return refusal(handling, applicationId, sent.reason);
    const onBehalf = (await findApplication(deps.db, applicationId))?.onBehalf ?? false;
    return updateModal(sentModal({ ...sent.value, onBehalf }, actor.locale));
  },
});
