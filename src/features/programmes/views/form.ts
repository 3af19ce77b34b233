import type { AnyBlock, InputBlock } from '@slack/types';
import type { Locale } from '../../../core/locale.ts';
import { context, section, typed } from '../../../platform/slack/blocks.ts';
import {
  dateInput,
  numberInput,
  peopleInput,
  selectInput,
  textInput,
  timeInput,
} from '../../../platform/slack/inputs.ts';
import type { Choice, Modal } from '../../../platform/slack/message.ts';
import { type Basis, IDS } from '../ids.ts';
import type { PlannedDate, Warning } from '../rules/calls.ts';
import type { ProgrammesTexts } from '../texts.ts';
import { dateLines, type StageNames, warningText } from './dates.ts';

/** What the fields of a call hold when the form opens. */
export type CallFields = {
  readonly opensOn?: string | undefined;
  readonly opensTime?: string | undefined;
  readonly closesOn?: string | undefined;
  readonly closesTime?: string | undefined;
};

export type CohortFields = CallFields & {
  readonly name?: string | undefined;
  readonly places?: string | undefined;
  readonly grant?: string | undefined;
  /** Absent: the programme has no voucher. */
  readonly voucher?: string | undefined;
  readonly staff?: readonly string[] | undefined;
};

/** First step of a new cohort: which programme, or which cohort to copy (CO-1). */
export function basisModal(choices: readonly Choice[], texts: ProgrammesTexts): Modal {
  const words = texts.form;
  return {
    callbackId: IDS.begin,
    title: words.title,
    submit: words.next,
    blocks: [selectInput({ name: 'basis', label: words.basis, hint: words.basisHint, choices })],
  };
}

function callInputs(fields: CallFields, inclusive: boolean, optional: boolean, texts: ProgrammesTexts): InputBlock[] {
  const words = texts.form;
  return [
    dateInput({ name: 'opens_on', label: words.opensOn, initial: fields.opensOn, optional }),
    timeInput({ name: 'opens_time', label: words.opensTime, initial: fields.opensTime, optional }),
    dateInput({ name: 'closes_on', label: words.closesOn, initial: fields.closesOn, optional }),
    timeInput({
      name: 'closes_time',
      label: words.closesTime,
      hint: inclusive ? words.inclusive : words.exclusive,
      initial: fields.closesTime,
      optional,
    }),
  ];
}

export type CohortModal = {
  readonly metadata: { readonly cohortId: string; readonly basis: Basis; readonly seen: string | null };
  readonly fields: CohortFields;
  readonly programme: string;
  /** The cohort it is copied from. */
  readonly copyOf: string | null;
  readonly inclusive: boolean;
  readonly stages: StageNames;
  /** Dates of the plan that this form does not ask for and nobody has set. */
  readonly toSet: readonly PlannedDate[];
  readonly warnings: readonly Warning[];
};

function sumInputs(fields: CohortFields, texts: ProgrammesTexts): InputBlock[] {
  const { grant, voucher, places } = texts.form;
  return [
    numberInput({ name: 'places', label: places, initial: fields.places, min: 1, max: 9999 }),
    textInput({ name: 'grant', label: grant, initial: fields.grant, max: 30 }),
    ...(fields.voucher === undefined
      ? []
      : [textInput({ name: 'voucher', label: voucher, initial: fields.voucher, max: 30 })]),
  ];
}

/** Second step: name, numbers, the first call and staff, prefilled. With warnings it asks to be saved once more. */
export function cohortModal(data: CohortModal, texts: ProgrammesTexts, locale: Locale): Modal {
  const words = texts.form;
  const { fields, warnings, toSet, stages } = data;
  const later: AnyBlock[] =
    toSet.length > 0 ? [context(`${words.later}\n${dateLines(toSet, stages, texts, locale)}`)] : [];
  return {
    callbackId: IDS.cohort,
    title: words.title,
    submit: warnings.length > 0 ? words.anyway : words.create,
    metadata: data.metadata,
    blocks: [
      ...(warnings.length > 0 ? [section(warningText(warnings, stages, texts, locale))] : []),
      section(data.copyOf ? words.introCopy(typed(data.copyOf)) : words.intro(typed(data.programme))),
      textInput({
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        placeholder: words.namePlaceholder,
        initial: fields.name,
        max: 60,
      }),
      ...sumInputs(fields, texts),
      ...callInputs(fields, data.inclusive, true, texts),
      peopleInput({
        name: 'staff',
        label: words.staff,
        hint: words.staffHint,
        initial: fields.staff,
        optional: true,
        max: 30,
      }),
      ...later,
    ],
  };
}

export type CallModal = {
  readonly metadata: { readonly cohortId: string; readonly stage: number; readonly seen: string | null };
  readonly fields: CallFields;
  readonly cohort: string;
  readonly stages: StageNames;
  readonly inclusive: boolean;
  readonly warnings: readonly Warning[];
};

/** The dates of one call that has none yet. */
export function callModal(data: CallModal, texts: ProgrammesTexts, locale: Locale): Modal {
  const { fields, warnings, stages, metadata } = data;
  return {
    callbackId: IDS.call,
    title: texts.call.title,
    submit: warnings.length > 0 ? texts.form.anyway : texts.call.save,
    metadata,
    blocks: [
      ...(warnings.length > 0 ? [section(warningText(warnings, stages, texts, locale))] : []),
      section(texts.call.intro(typed(data.cohort), typed(stages[metadata.stage] ?? ''))),
      ...callInputs(fields, data.inclusive, false, texts),
    ],
  };
}
