import type { Locale } from '../../../core/locale.ts';
import { actions, button, header, section, typed } from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import type { Question } from '../../programmes/public.ts';
import { REVIEW_IDS, type Seen, seenCodec } from '../ids/decisions.ts';
import type { Answers } from '../input/form.ts';
import type { Reviewed } from '../queries/review.ts';
import { decisionTexts } from '../texts/decisions.ts';
import { wholeAnswer } from './answers.ts';
import { answerText } from './check.ts';
import { nameOf, numberOf } from './parts.ts';

/** One answer, whole, with the way back to its application. */
export function answerModal(
  view: { readonly application: Reviewed; readonly question: Question; readonly seen: Seen },
  locale: Locale,
): Modal {
  const words = decisionTexts(locale);
  const { application, question, seen } = view;
  const answers = application.answers as Answers;
  const text = answerText(question, answers[question.key], locale);
  return {
    callbackId: REVIEW_IDS.answer,
    title: words.review.wholeTitle,
    blocks: [
      header(words.review.heading(numberOf(application.number, words), nameOf(application))),
      section(`*${typed(question.label[locale])}*`),
      ...wholeAnswer(text),
      actions([button(REVIEW_IDS.open, words.review.backToApplication, { value: seenCodec.encode(seen) })]),
    ],
  };
}
