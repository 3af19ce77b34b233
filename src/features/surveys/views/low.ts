import type { Locale } from '../../../core/locale.ts';
import { actions, button, quoted, section, typed } from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import type { SurveyForm } from '../../programmes/public.ts';
import { IDS } from '../ids.ts';
import { askedIn, labelsOf } from '../input/index.ts';
import type { Answers } from '../rules/index.ts';
import { texts } from '../texts.ts';

export type LowFacts = {
  readonly surveyId: string;
  readonly form: SurveyForm;
  readonly person: string;
  readonly about: string;
  readonly answers: Answers;
  /** It was low and is not any more. */
  readonly isCorrected: boolean;
};

/** A low score for staff, or the one that has replaced it: who, about what, the score, and what was written beside it. */
export function lowMessage({ surveyId, form, person, about, answers, isCorrected }: LowFacts, locale: Locale): Message {
  const words = texts(locale);
  const said = words.low[isCorrected ? 'corrected' : 'low'];
  const rule = form.lowScore;
  const question = form.questions.find(({ key }) => key === rule?.question);
  const at = askedIn(form)
    .find(({ key }) => key === rule?.question)
    ?.values.indexOf(String(answers[rule?.question ?? '']));
  const score = question && at !== undefined && at >= 0 ? (labelsOf(question, locale)[at] ?? '') : '';
  const written = form.questions.flatMap(({ key }) => {
    const own = answers[key];
    return typeof own === 'object' ? [quoted(own.words)] : [];
  });
  return {
    text: said.text,
    blocks: [
      section(said.message(typed(person), typed(form.asks[locale]), typed(about))),
      ...(question ? [section(words.low.score(typed(question.label[locale]), typed(score)))] : []),
      ...written,
      actions([button(IDS.results, words.list.show, { value: surveyId })]),
    ],
  };
}
