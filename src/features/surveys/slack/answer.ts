import { z } from 'zod';
import { defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeModal, ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { IDS, oneId, surveyData } from '../ids.ts';
import { answersForm } from '../input/index.ts';
import { askFacts } from '../notices.ts';
import { answerSurvey, formOf } from '../operations/index.ts';
import { ownAnswer, surveyById } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { answerModal } from '../views/index.ts';

/** The form for those who were asked; of a named survey with what they said before. */
async function openForm(handling: Handling, surveyId: string): Promise<Reply> {
  const { deps, actor, now } = handling;
  const { refusals } = texts(actor.locale);
  const survey = await surveyById(deps.db, surveyId);
  if (!survey?.roll?.asked.includes(actor.personId)) return ephemeral(say(refusals.not_asked));
  if (survey.closedAt || now >= survey.closesAt) return ephemeral(say(refusals.over));
  if (survey.roll.answered.includes(actor.personId)) return ephemeral(say(refusals.answered_already));
  const facts = await askFacts(deps, surveyId, actor.locale);
  if (!facts) return ephemeral(say(refusals.gone));
  const own = survey.isAnonymous ? null : await ownAnswer(deps.db, surveyId, actor.personId);
  return openModal(answerModal(facts, own, actor.locale));
}

export const answerAction = defineAction(IDS.answer, oneId, openForm);

const nothingAsked = z.object({}).transform(() => ({}));

export const answerView = defineView({
  id: IDS.answer,
  metadata: surveyData,
  form: async ({ surveyId }, deps) => {
    const survey = await surveyById(deps.db, surveyId);
    const form = survey && formOf(survey);
    return form ? answersForm(form) : nothingAsked;
  },
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async ({ deps, actor, now }, answers, { surveyId }) => {
    const { refusals, thanks } = texts(actor.locale);
    const outcome = await answerSurvey(deps, actor, now, surveyId, answers);
    if (!outcome.ok) return closeModal(say(refusals[outcome.reason]));
    const { isAnonymous, isCorrected } = outcome.value;
    if (isAnonymous) return closeModal(say(thanks.anonymous));
    return closeModal(say(isCorrected ? thanks.corrected : thanks.named));
  },
});
