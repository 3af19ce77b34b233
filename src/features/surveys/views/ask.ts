import type { AnyBlock } from '@slack/types';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, section, typed } from '../../../platform/slack/blocks.ts';
import { radioInput, selectInput, textInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import type { SurveyForm, SurveyQuestion } from '../../programmes/public.ts';
import { IDS, TEXT_MAX } from '../ids.ts';
import { askedIn, labelsOf } from '../input/index.ts';
import type { Answers } from '../rules/index.ts';
import { texts } from '../texts.ts';

export type AskFacts = {
  readonly surveyId: string;
  readonly form: SurveyForm;
  /** As it was said when it was asked. */
  readonly isAnonymous: boolean;
  /** What it is about, safe in mrkdwn. */
  readonly about: string;
  readonly closesAt: Date;
  /** So many answers open an anonymous one. */
  readonly needed: number;
};

/** The request to answer, to a person or in a channel; `how`: for the first time or once more. */
export function askMessage(
  facts: AskFacts,
  how: 'message' | 'remind' | 'channel' | 'remindChannel',
  locale: Locale,
): Message {
  const { surveyId, form, isAnonymous, about, closesAt } = facts;
  const words = texts(locale).ask;
  const until = formatMoment(closesAt, locale);
  return {
    text: words.text(typed(form.title[locale])),
    blocks: [
      section(words[how](typed(form.asks[locale]), about)),
      context(isAnonymous ? words.anonymous(until) : words.named(until)),
      actions([button(IDS.answer, words.button, { value: surveyId, style: 'primary' })]),
    ],
  };
}

function inputOf(question: SurveyQuestion, values: readonly string[], own: Answers | null, locale: Locale): AnyBlock {
  const { key, label, hint, required } = question;
  const said = own?.[key];
  const field = {
    ...{ name: key, label: label[locale], optional: !required },
    ...(hint ? { hint: hint[locale] } : {}),
  };
  if (question.kind === 'open') {
    const initial = typeof said === 'object' ? said.words : undefined;
    return textInput({ ...field, initial, multiline: true, max: TEXT_MAX });
  }
  const shown = labelsOf(question, locale);
  const choices = values.map((value, at) => ({ value, text: shown[at] ?? value }));
  const initial = said === undefined || typeof said === 'object' ? undefined : String(said);
  if (question.kind === 'recommendation')
    return selectInput({ ...field, choices, initial, placeholder: texts(locale).form.choose });
  return radioInput({ ...field, choices, initial });
}

/** The form of a survey: first what becomes of the answers, in plain words, then the questions. */
export function answerModal(facts: AskFacts, own: Answers | null, locale: Locale): Modal {
  const { surveyId, form, isAnonymous, about, closesAt, needed } = facts;
  const words = texts(locale).form;
  const asked = askedIn(form);
  const promise = isAnonymous
    ? [section(words.anonymous(needed)), context(words.remains)]
    : [section(words.named(formatMoment(closesAt, locale))), ...(own ? [context(words.again)] : [])];
  return {
    callbackId: IDS.answer,
    title: form.title[locale],
    submit: words.submit,
    metadata: { surveyId },
    blocks: [
      section(words.about(typed(form.asks[locale]), about)),
      ...promise,
      ...form.questions.map((question, at) => inputOf(question, asked[at]?.values ?? [], own, locale)),
    ],
  };
}
