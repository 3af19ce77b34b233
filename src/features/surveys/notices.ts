import { z } from 'zod';
import type { Locale } from '../../core/locale.ts';
import type { Deps } from '../../platform/deps.ts';
import { defineNotice, type NoticeRenderer } from '../../platform/feature.ts';
import { section, typed } from '../../platform/slack/blocks.ts';
import { findPeople } from '../people/public.ts';
import { NOTICES } from './ids.ts';
import { aboutOf, answersNeeded, formOf, sheetFiles, shownOf } from './operations/index.ts';
import { hasAnswered, ownAnswer, surveyById } from './queries/index.ts';
import { isLow } from './rules/index.ts';
import { texts } from './texts.ts';
import { type AskFacts, askMessage, lowMessage, type ResultFacts, resultsMessage } from './views/index.ts';

const aboutSurvey = z.object({ surveyId: z.uuid() });

/** What a form and a request to fill it say; null when the programme has the form no more. */
export async function askFacts(deps: Deps, surveyId: string, locale: Locale): Promise<AskFacts | null> {
  const survey = await surveyById(deps.db, surveyId);
  const form = survey && formOf(survey);
  if (!form) return null;
  const { isAnonymous, closesAt } = survey;
  const about = typed(await aboutOf(deps.db, survey, locale));
  return { surveyId, form, isAnonymous, closesAt, about, needed: answersNeeded(survey) };
}

/** The results as staff may see them now; null when the programme has the form no more. */
export async function resultFacts(deps: Deps, surveyId: string, locale: Locale): Promise<ResultFacts | null> {
  const survey = await surveyById(deps.db, surveyId);
  const form = survey && formOf(survey);
  if (!form) return null;
  const { isAnonymous, closesAt } = survey;
  const about = await aboutOf(deps.db, survey, locale);
  const asked = survey.roll?.asked.length ?? 0;
  return { surveyId, form, isAnonymous, closesAt, about, asked, ...(await shownOf(deps.db, survey)) };
}

/** Somebody's request, or one to a channel. */
const request = aboutSurvey.extend({ personId: z.exactOptional(z.uuid()) });

/**
 * Nothing is said of a survey that has closed meanwhile, nor to those who have answered it meanwhile; and what was said
 * stays as it is: no edit tells who answered.
 */
const asking = (
  kind: string,
  how: Parameters<typeof askMessage>[1],
  says: Pick<NoticeRenderer, 'receivers'> = {},
): NoticeRenderer =>
  defineNotice(
    kind,
    request,
    async (deps, { surveyId, personId }, locale, isSaid) => {
      if (isSaid || (personId && (await hasAnswered(deps.db, surveyId, personId)))) return null;
      const facts = await askFacts(deps, surveyId, locale);
      return facts && deps.clock.now() < facts.closesAt ? askMessage(facts, how, locale) : null;
    },
    says,
  );

export const askNotice = asking(NOTICES.ask, 'message');
/** To whom it goes would tell who is silent. */
export const remindNotice = asking(NOTICES.remind, 'remind', {
  receivers: (locale) => texts(locale).foreseen.silent,
});
export const askChannelNotice = asking(NOTICES.askChannel, 'channel');
export const remindChannelNotice = asking(NOTICES.remindChannel, 'remindChannel');

export const resultsNotice = defineNotice(NOTICES.results, aboutSurvey, async (deps, { surveyId }, locale) => {
  const facts = await resultFacts(deps, surveyId, locale);
  return facts && resultsMessage(facts, locale);
});

/** A score that was corrected before staff heard of it is not said; what they heard is put right (N8). */
export const lowNotice = defineNotice(
  NOTICES.low,
  z.object({ surveyId: z.uuid(), personId: z.uuid() }),
  async (deps, { surveyId, personId }, locale, isSaid) => {
    const survey = await surveyById(deps.db, surveyId);
    const form = survey && formOf(survey);
    const answers = await ownAnswer(deps.db, surveyId, personId);
    const [person] = await findPeople(deps.db, [personId]);
    if (!form || !answers || !person) return null;
    const isCorrected = !isLow(form.lowScore, answers);
    if (isCorrected && !isSaid) return null;
    const about = await aboutOf(deps.db, survey, locale);
    return lowMessage({ surveyId, form, person: person.name, about, answers, isCorrected }, locale);
  },
);

/** The results as files, for whoever asked for them. */
export const sheetNotice = defineNotice(NOTICES.sheet, aboutSurvey, async (deps, { surveyId }, locale) => {
  const survey = await surveyById(deps.db, surveyId);
  const form = survey && formOf(survey);
  if (!form) return null;
  const about = await aboutOf(deps.db, survey, locale);
  const files = await sheetFiles(deps.db, survey, form, locale);
  if (files.length === 0) return null;
  const text = texts(locale).sheet.text(typed(form.title[locale]), typed(about));
  return { text, blocks: [section(text)], files };
});
