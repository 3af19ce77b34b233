import type { AnyBlock } from '@slack/types';
import { formatDate, formatMoment, formatStamp } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { formatMoney } from '../../../core/money.ts';
import { clip } from '../../../core/text.ts';
import {
  actions,
  button,
  divider,
  LIMIT,
  mrkdwn,
  plain,
  quoted,
  section,
  typed,
} from '../../../platform/slack/blocks.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { noteModal } from '../../../platform/slack/views.ts';
import { type Form, formOf, type Question } from '../../programmes/public.ts';
import { IDS, stepCodec } from '../ids/entry.ts';
import type { Answer, Answers } from '../input/form.ts';
import type { ApplicationRow } from '../queries/entry.ts';
import { type IntakeTexts, intakeTexts } from '../texts/entry.ts';
import { shortName } from './names.ts';

/** An answer in words: option labels, sums and dates as people read them. */
export function answerText(question: Question, answer: Answer | undefined, locale: Locale): string {
  const words = intakeTexts(locale).form;
  if (answer === undefined || answer === null || answer === '') return '';
  const label = (key: string): string => question.options?.find((one) => one.key === key)?.label[locale] ?? key;
  if (Array.isArray(answer)) return answer.map(label).join(', ');
  if (typeof answer === 'number') return question.kind === 'money' ? formatMoney(answer, locale) : String(answer);
  const text = String(answer);
  if (question.kind === 'yes_no') return text === 'yes' ? words.yes : words.no;
  if (question.kind === 'date') return formatDate(text, locale);
  return question.options ? label(text) : text;
}

const SHORT = 200;
const SLACK_USER = /^[UW][A-Z0-9]+$/;

/** A question and its answer as typed; nothing typed comes alive. */
function answerBlocks(question: Question, answer: Answer | undefined, locale: Locale, most: number): AnyBlock[] {
  const label = `*${typed(question.label[locale])}*`;
  const text = answerText(question, answer, locale);
  if (question.kind === 'person' && SLACK_USER.test(text)) return [section(`${label}\n<@${text}>`)];
  if (text.length > SHORT || text.includes('\n')) return [section(label), quoted(clip(text, most))];
  const shown = plain(text || intakeTexts(locale).check.empty);
  return [{ type: 'section', fields: [mrkdwn(label, LIMIT.field), shown] }];
}

/** All answers, step by step. */
export function allAnswers(form: Form, answers: Answers, locale: Locale, most = 1200): AnyBlock[] {
  return form.steps.flatMap((step) => [
    section(`*${typed(step.title[locale])}*`),
    ...step.questions.flatMap((question) => answerBlocks(question, answers[question.key], locale, most)),
  ]);
}

/** Everything once more before sending, with a way back to each step. */
export function checkModal(application: ApplicationRow, locale: Locale, problem: string | null = null): Modal {
  const words = intakeTexts(locale);
  const form = formOf(application.call.cohort, application.call.stage);
  const answers = application.answers as Answers;
  const blocks = form.steps.flatMap((step, index) => {
    const value = stepCodec.encode({ id: application.id, to: index + 1, from: index + 1 });
    return [
      divider(),
      section(`*${typed(step.title[locale])}*`),
      ...step.questions.flatMap((question) => answerBlocks(question, answers[question.key], locale, 600)),
      actions([button(IDS.edit, words.check.edit(step.title[locale]), { value })]),
    ];
  });
  return {
    callbackId: IDS.check,
    title: words.check.title,
    submit: words.check.send,
    metadata: {
      applicationId: application.id,
      sequence: (application.submissions[0]?.sequence ?? 0) + 1,
      version: application.version,
    },
    blocks: [
      ...(problem ? [section(`:warning: ${problem}`)] : []),
      section(`${words.check.intro(shortName(application.call.cohort.name))}\n${words.check.introPlain}`),
      ...blocks,
    ],
  };
}

export type Sent = {
  readonly number: number;
  readonly receivedAt: Date;
  readonly waits: boolean;
  readonly onBehalf: boolean;
};

/** What the person sees after sending. */
export function sentModal(sent: Sent, locale: Locale): Modal {
  const words: IntakeTexts['sent'] = intakeTexts(locale).sent;
  const stamp = formatStamp(sent.receivedAt, locale);
  if (sent.waits) return noteModal(words.title, words.waits(sent.number));
  return noteModal(words.title, sent.onBehalf ? words.doneBehalf(sent.number, stamp) : words.done(sent.number, stamp));
}

/** A late submit: when it reached us, when the call closed, and that nothing is lost (case 3). */
export const missedModal = (received: Date, closesAt: Date, locale: Locale): Modal => {
  const words = intakeTexts(locale).sent;
  return noteModal(words.missedTitle, words.missed(formatStamp(received, locale), formatMoment(closesAt, locale)));
};
