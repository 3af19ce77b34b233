import type { AnyBlock, InputBlock } from '@slack/types';
import { isValidDate } from '../../../core/calendar/index.ts';
import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, context, LIMIT, section, typed } from '../../../platform/slack/blocks.ts';
import type { FormValues } from '../../../platform/slack/form.ts';
import {
  checkboxInput,
  dateInput,
  multiSelectInput,
  numberInput,
  personInput,
  radioInput,
  selectInput,
  textInput,
} from '../../../platform/slack/inputs.ts';
import type { Modal } from '../../../platform/slack/message.ts';
import { type Form, formOf, type Question } from '../../programmes/public.ts';
import { IDS, stepCodec } from '../ids/entry.ts';
import { type Answers, asField } from '../input/form.ts';
import type { ApplicationRow } from '../queries/entry.ts';
import { type IntakeTexts, intakeTexts } from '../texts/entry.ts';
import { shortName } from './names.ts';

/** Lists longer than this are menus instead of buttons one under another. */
const FEW = 6;

/** What the field shows at first: what was typed and not checked, else the answer. */
function initialOf(application: ApplicationRow, question: Question): string | readonly string[] | undefined {
  const unfinished = (application.unfinished ?? {}) as FormValues;
  const raw = unfinished[question.key];
  if (raw !== undefined && raw !== null) return raw;
  const answer = (application.answers as Answers)[question.key];
  return asField(question, answer) ?? undefined;
}

const many = (value: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof value === 'string' ? [value] : value;
const one = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];

/** Slack refuses a whole form for one field that shows what cannot be in it. */
const fitting = (
  fits: (text: string) => boolean,
  value: string | readonly string[] | undefined,
): string | undefined => {
  const text = one(value);
  return text !== undefined && fits(text) ? text : undefined;
};

/** Characters that a text field takes; numbers and addresses are short. */
const longest = ({ kind, max }: Question): number => {
  if (kind === 'text' || kind === 'long_text') return Math.min(max ?? LIMIT.text, LIMIT.text);
  return kind === 'email' ? 200 : 60;
};

function inputOf(question: Question, initial: string | readonly string[] | undefined, locale: Locale): InputBlock {
  const words = intakeTexts(locale).form;
  const field = {
    name: question.key,
    label: question.label[locale],
    optional: !question.required,
    ...(question.hint ? { hint: question.hint[locale] } : {}),
  };
  const choices = (question.options ?? []).map(({ key, label }) => ({ value: key, text: label[locale] }));
  switch (question.kind) {
    case 'choices':
      return choices.length <= 10
        ? checkboxInput({ ...field, choices, initial: many(initial) })
        : multiSelectInput({ ...field, choices, initial: many(initial), placeholder: words.choose });
    case 'choice':
    case 'voivodeship':
      return choices.length <= FEW
        ? radioInput({ ...field, choices, initial: one(initial) })
        : selectInput({ ...field, choices, initial: one(initial), placeholder: words.choose });
    case 'yes_no': {
      const both = [
        { value: 'yes', text: words.yes },
        { value: 'no', text: words.no },
      ];
      return radioInput({ ...field, choices: both, initial: one(initial) });
    }
    case 'date':
      return dateInput({ ...field, initial: fitting(isValidDate, initial) });
    case 'number':
      return numberInput({ ...field, initial: one(initial), min: question.min ?? 0 });
    case 'person':
      return personInput({ ...field, initial: fitting((id) => /^[UW][A-Z0-9]+$/.test(id), initial) });
    default:
      return textInput({
        ...field,
        initial: one(initial),
        multiline: question.kind === 'long_text',
        max: longest(question),
        ...(question.placeholder ? { placeholder: question.placeholder[locale] } : {}),
      });
  }
}

export type StepShown = {
  readonly step: number;
  readonly resumed?: boolean;
  /** The number of the person's application that stands in this call already. */
  readonly sent?: number | null;
  /** Somebody else wrote in the draft meanwhile (APP-2). */
  readonly shared?: boolean;
};

function introOf(
  application: ApplicationRow,
  form: Form,
  shown: StepShown,
  locale: Locale,
  words: IntakeTexts,
): AnyBlock[] {
  const { call, onBehalf, receiptAt } = application;
  const intro = form.steps[shown.step - 1]?.intro?.[locale];
  const closing =
    onBehalf && receiptAt
      ? words.form.behalf(formatMoment(receiptAt, locale))
      : words.form.closes(formatMoment(call.closesAt, locale));
  return [
    ...(shown.resumed ? [section(words.form.resumed)] : []),
    ...(shown.sent ? [section(words.form.another(shown.sent))] : []),
    ...(shown.shared ? [section(words.form.shared)] : []),
    ...(intro ? [section(typed(intro))] : []),
    context(`*${shortName(call.cohort.name)}* · ${words.form.stepOf(shown.step, form.steps.length)}`, closing),
  ];
}

/** One step of the form, filled with what is known (APP-2). The last step leads to the check before sending. */
export function stepModal(application: ApplicationRow, shown: StepShown, locale: Locale): Modal {
  const words = intakeTexts(locale);
  const form = formOf(application.call.cohort, application.call.stage);
  const step = form.steps[shown.step - 1];
  if (!step) throw new RangeError(`no step ${shown.step}`);
  const inputs = step.questions.map((question) => inputOf(question, initialOf(application, question), locale));
  const back = stepCodec.encode({ id: application.id, to: Math.max(1, shown.step - 1), from: shown.step });
  const isLast = shown.step === form.steps.length;
  return {
    callbackId: IDS.step,
    title: step.title[locale],
    submit: isLast ? words.form.toCheck : words.form.next,
    metadata: { applicationId: application.id, step: shown.step, version: application.version },
    blocks: [
      ...introOf(application, form, shown, locale, words),
      ...inputs,
      ...(shown.step > 1 ? [actions([button(IDS.back, words.form.back, { value: back })])] : []),
    ],
  };
}
